"""What a generator takes over from the manifests of a repository."""

from collections.abc import Mapping

from kgen.errors import KgenError
from kgen.kubernetes.kind_names import names_kind
from kgen.kubernetes.labels import text_map
from kgen.kubernetes.pod_template import PodTemplate, pod_template
from kgen.kubernetes.service import service
from kgen.kubernetes.workload_kind import node_at
from kgen.record import record
from kgen.repository import Repository
from kgen.spelling import close_matches


@record
class TargetPort:
    """A port that a container declares; `name` is empty where it has none."""

    name: str
    number: int
    protocol: str


@record
class WorkloadTarget:
    """What a Service needs to know of the workload behind it. `ports` are in the manifest's order."""

    selector: Mapping[str, str]
    ports: tuple[TargetPort, ...]


def taken_node_ports(repository: Repository, apart_from: frozenset[str] = frozenset()) -> set[int]:
    """Every nodePort and healthCheckNodePort that a Service of the repository asks for; 0 asks for none.

    Files in `apart_from`, as paths relative to the repository's root with `/`, do not count.
    """
    resources = (resource for resource in repository.resources if resource.path not in apart_from)
    services = filter(None, map(service, resources))
    numbers = (node.integer() for found in services for node in found.node_ports)
    return {number for number in numbers if number}


def workload_target(repository: Repository, reference: str, namespace: str | None) -> WorkloadTarget:
    """The workload that `reference`, such as `deployment/web`, names in the repository.

    A manifest without a namespace fits any. Raise KgenError, with the nearest names, where there is none or
    where several differ in what a Service would take from them.
    """
    templates = [template for template in map(pod_template, repository.resources) if template is not None]
    found = [template for template in templates if template.is_whole and _is(template, reference, namespace)]
    if not found:
        near = _near(templates, reference, namespace)
        raise KgenError(f"no manifest of `{reference}` in the repository{near}")
    targets = [_target(template, reference) for template in found]
    if any(target != targets[0] for target in targets):
        places = ", ".join(f"{template.resource.path}:{template.resource.node.span}" for template in found)
        raise KgenError(f"`{reference}` has several differing manifests: {places}", "name the namespace")
    return targets[0]


def _is(template: PodTemplate, reference: str, namespace: str | None) -> bool:
    kind, _, name = reference.partition("/")
    resource = template.resource
    if resource.name != name or not names_kind(kind, resource.kind):
        return False
    return namespace is None or resource.namespace in {None, namespace}


def _near(templates: list[PodTemplate], reference: str, namespace: str | None) -> str:
    elsewhere = sorted({str(t.resource.namespace) for t in templates if _is(t, reference, None)})
    if elsewhere and namespace is not None:
        return f" for namespace `{namespace}`; there is one in `{'`, `'.join(elsewhere)}`"
    names = sorted({f"{template.resource.kind.lower()}/{template.resource.name}" for template in templates})
    close = close_matches(reference.lower(), names, n=3, cutoff=0.6)
    return f"; did you mean `{'`, `'.join(close)}`?" if close else ""


def _target(template: PodTemplate, reference: str) -> WorkloadTarget:
    ports = [TargetPort(port.name, port.number, port.protocol) for port in template.ports if port.number]
    return WorkloadTarget(_selector(template, reference), tuple(dict.fromkeys(ports)))


def _selector(template: PodTemplate, reference: str) -> Mapping[str, str]:
    """The labels that the workload itself finds its pods by, as for `kubectl expose`, else all of theirs."""
    path = template.kind.selector
    selector = node_at(template.resource.node, path) if path else None
    expressions = selector.get("matchExpressions") if selector is not None else None
    if expressions is not None and expressions.value:
        message = f"`{reference}` selects its pods by matchExpressions, which a Service cannot"
        raise KgenError(message, "write a `selector`")
    labels = text_map(selector.get("matchLabels")) if selector is not None else {}
    chosen = labels or dict(template.labels)
    if not chosen:
        raise KgenError(f"the pods of `{reference}` have no labels for a Service to select by")
    return chosen
