"""What `expose` takes from a resource: its name, labels, pod selector and ports."""

from __future__ import annotations

from kgen.errors import KubectlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.value import Data, Mapping

_EXPOSABLE = {
    "v1": ("Pod", "ReplicationController", "Service"),
    "apps/v1": ("Deployment", "ReplicaSet"),
}


class Exposed:
    """A Pod, Service or workload to make a Service for, decoded and of a kind that `expose` takes."""

    __slots__ = ("_kind", "_spec", "labels", "name", "namespace")

    def __init__(self, resource: Mapping) -> None:
        """Raises KubectlError for a kind that cannot be exposed."""
        api_version, self._kind = str(resource["apiVersion"]), str(resource["kind"])
        if self._kind not in _EXPOSABLE.get(api_version, ()):
            group, slash, _ = api_version.rpartition("/")
            raise KubectlError(f"cannot expose a {self._kind}{'.' if slash else ''}{group}")
        metadata = _mapping(resource.get("metadata"))
        self.name = _text(metadata.get("name"))
        self.namespace = _text(metadata.get("namespace"))
        self.labels = _texts(metadata.get("labels"))
        self._spec = _mapping(resource.get("spec"))

    def selector(self) -> str:
        """What selects its pods, as `key=value,...`; raises KubectlError where nothing usable does."""
        try:
            return join_labels(self._selector())
        except KubectlError as error:
            raise KubectlError(f"couldn't retrieve selectors via --selector flag or introspection: {error}") from None

    def _selector(self) -> dict[str, str]:
        if self._kind == "Pod":
            if not self.labels:
                raise KubectlError("the pod has no labels and cannot be exposed")
            return self.labels
        selector = self._spec.get("selector")
        if self._kind in ("Deployment", "ReplicaSet"):
            return self._match_labels(_mapping(selector))
        if self._kind == "Service" and selector is None:
            raise KubectlError("the service has no pod selector set")
        return _texts(selector)

    def _match_labels(self, selector: Mapping) -> dict[str, str]:
        labels, expressions = _texts(selector.get("matchLabels")), _sequence(selector.get("matchExpressions"))
        if not labels:
            raise KubectlError(f"invalid {self._kind.lower()}: no selectors, therefore cannot be exposed")
        if expressions:
            shown = " ".join([_expression(_mapping(expression)) for expression in expressions])
            raise KubectlError(f'couldn\'t convert expressions - "[{shown}]" to map-based selector format')
        return labels

    def protocols(self) -> dict[int, list[str]]:
        """The protocols of each port number, as often as they are declared, in that order."""
        found: dict[int, list[str]] = {}
        for port in self._ports():
            number = port.get("port" if self._kind == "Service" else "containerPort")
            protocol = _text(port.get("protocol")) or "TCP"
            found.setdefault(number if isinstance(number, int) else 0, []).append(protocol)
        return found

    def _ports(self) -> list[Mapping]:
        if self._kind == "Service":
            return [_mapping(port) for port in _sequence(self._spec.get("ports"))]
        containers = _sequence(self._pod_spec().get("containers"))
        return [_mapping(port) for item in containers for port in _sequence(_mapping(item).get("ports"))]

    def _pod_spec(self) -> Mapping:
        if self._kind == "Pod":
            return self._spec
        template = self._spec.get("template")
        if template is None and self._kind == "ReplicationController":
            # Go has a pointer here, and kubectl panics on it.
            raise KubectlError("the replication controller has no pod template and cannot be exposed")
        return _mapping(_mapping(template).get("spec"))


def join_labels(labels: dict[str, str]) -> str:
    """`key=value,key=value`, the form in which kubectl hands labels on."""
    return ",".join([f"{key}={value}" for key, value in labels.items()])


def _expression(expression: Mapping) -> str:
    """A label selector requirement as Go prints it with `%+v`."""
    values = " ".join([_text(value) for value in _sequence(expression.get("values"))])
    return f"{{Key:{_text(expression.get('key'))} Operator:{_text(expression.get('operator'))} Values:[{values}]}}"


def _mapping(value: Data) -> Mapping:
    return value if isinstance(value, dict) else {}


def _sequence(value: Data) -> list[Data]:
    return value if isinstance(value, list) else []


def _text(value: Data) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Data) -> dict[str, str]:
    """A map of strings; null stands for an empty one, as it does in Go."""
    return {key: _text(item) for key, item in _mapping(value).items()}
