"""Ingresses: the Services they lead to, and the paths that lead there."""

from collections.abc import Iterator, Mapping

from kgen.kubernetes.backend import Backend, Family, Fault, port_at
from kgen.kubernetes.labels import text_map
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.workload_kind import node_at, nodes_at
from kgen.record import record
from kgen.syntax.node import Node

_GROUPS = ("networking.k8s.io", "extensions")
_STABLE = "networking.k8s.io/v1"
# The default one's second name is that of the beta versions.
_BACKENDS = ("defaultBackend", "backend", "rules[*].http.paths[*].backend")
_PATHS = "http.paths[*]"
_SERVICE_NAMES = ("backend.service.name", "backend.serviceName")
_CLASS_ANNOTATION = "kubernetes.io/ingress.class"
_USE_ANNOTATION = "use-annotation"
_IN_ANNOTATION = "an annotation says where it leads"


@record(eq=False)
class IngressPath:
    """One path of an Ingress; `host` and `path` are empty where they are left out, for any."""

    ingress: Resource
    node: Node
    host: str
    path: str
    type: str

    @property
    def place(self) -> Node:
        """Where the path stands, or its entry where it is left out."""
        return self.node.get("path") or self.node

    @property
    def service_name(self) -> str:
        """The Service that it leads to, empty for a resource."""
        names = (name for at in _SERVICE_NAMES for name in nodes_at(self.node, at))
        return next((text for name in names if (text := name.string())), "")


def is_ingress(resource: Resource) -> bool:
    """Whether an object is an Ingress of Kubernetes, in whatever version."""
    return resource.kind == "Ingress" and resource.group in _GROUPS


def ingress_backends(resource: Resource) -> Iterator[Backend]:
    """The Services that an Ingress leads to, its default backend first."""
    specs = nodes_at(resource.node, "spec")
    for node in (node for spec in specs for at in _BACKENDS for node in nodes_at(spec, at)):
        service = node.get("service")
        found = _beta_backend(resource, node) if service is None else _backend(resource, node, service)
        if found is not None:
            yield found


def ingress_paths(resource: Resource) -> Iterator[IngressPath]:
    """The paths of an Ingress in the order written."""
    for rule in nodes_at(resource.node, "spec.rules[*]"):
        for path in nodes_at(rule, _PATHS):
            yield IngressPath(resource, path, rule.text_at("host"), path.text_at("path"), path.text_at("pathType"))


def ingress_class(resource: Resource) -> str:
    """The class that an Ingress asks for, empty for the default one."""
    named = node_at(resource.node, "spec.ingressClassName")
    text = None if named is None else named.string()
    return text or annotations(resource).get(_CLASS_ANNOTATION, "")


def annotations(resource: Resource) -> Mapping[str, str]:
    """`metadata.annotations`."""
    return text_map(node_at(resource.node, "metadata.annotations"))


def _backend(resource: Resource, node: Node, service: Node) -> Backend | None:
    name, port = service.get("name"), service.get("port")
    text = None if name is None else name.string()
    if name is None or not text:
        return None
    number, port_name = (None, None) if port is None else (port.get("number"), port.get("name"))
    port_node = next((each for each in (number, port_name) if each is not None and each.value), None)
    return Backend(
        resource=resource,
        family=Family.INGRESS,
        name=text,
        name_node=name,
        port=_named(port_name) if port_node is port_name else port_at(port_node),
        port_node=port_node,
        fault=_fault(node, port, number, port_name) if resource.api_version == _STABLE else None,
        unknown=_why_unknown(resource, text, port_name),
    )


def _named(node: Node | None) -> str | None:
    return None if node is None else node.string() or None


def _fault(node: Node, port: Node | None, number: Node | None, name: Node | None) -> Fault | None:
    """ValidateIngressBackend of the API server: a Service or a resource, and the port by name or by number."""
    if "resource" in node and node["resource"].value:
        return Fault.TWO_TARGETS
    given = [each for each in (number, name) if each is not None and each.value]
    if not given:
        is_of_other_type = port is not None and port.value is not None and not isinstance(port.value, dict)
        return None if is_of_other_type else Fault.NO_PORT
    return Fault.TWO_PORTS if len(given) > 1 else None


def _beta_backend(resource: Resource, node: Node) -> Backend | None:
    """The form before networking.k8s.io/v1, whose port is a number or text; controllers read text of digits as both."""
    name, port = node.get("serviceName"), node.get("servicePort")
    text = None if name is None else name.string()
    if name is None or not text:
        return None
    written = None if port is None else port.string()
    return Backend(
        resource=resource,
        family=Family.INGRESS,
        name=text,
        name_node=name,
        port=int(written) if written and written.isdecimal() else port_at(port),
        port_node=port,
        unknown=_why_unknown(resource, text, port),
    )


def _why_unknown(resource: Resource, name: str, port: Node | None) -> str:
    """The AWS load balancer controller takes actions from annotations, under a prefix that can be configured."""
    if port is not None and port.value == _USE_ANNOTATION:
        return _IN_ANNOTATION
    actions = f"/actions.{name}"
    return _IN_ANNOTATION if any(key.endswith(actions) for key in annotations(resource)) else ""
