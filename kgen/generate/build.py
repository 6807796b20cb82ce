"""From a compact spec to manifests."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kgen.config.setting import Mistake, Place
from kgen.errors import InvalidObjectError
from kgen.generate.spec.model import ServiceSpec, Spec, Workload
from kgen.generate.spec.values import service_values, workload_values
from kgen.generate.template import fill, read_template
from kgen.kubernetes.service_validation import ServiceRules, validate_service
from kgen.kubernetes.service_validation.defaulted import mapping, text
from kgen.kubernetes.service_validation.field import invalid
from kgen.kubernetes.workload_validation import validate_workload
from kgen.record import record
from kgen.syntax.emit.yaml import to_yaml
from kgen.syntax.golang import quote
from kgen.syntax.value import Data


@record
class Manifest:
    """One object to be written, and its file's name."""

    file_name: str
    data: dict[str, Data]

    @property
    def text(self) -> str:
        """The object as `kubectl -o yaml` prints it."""
        return to_yaml(self.data)


def build(spec: Spec, services: Sequence[ServiceSpec], templates: Path | None, rules: ServiceRules) -> list[Manifest]:
    """The manifests of a spec, whose services have their selectors and nodePorts, in a stable order.

    `templates` is the user's folder. Raise InvalidObjectError with one `FILE:LINE:COLUMN: message` a line for
    everything that the API server would refuse.
    """
    made = [
        *(_workload(workload, templates) for workload in spec.workloads),
        *(_service(service, templates, rules) for service in services),
    ]
    refused = [complaint for _, complaints in made for complaint in complaints]
    refused += _allocated_twice(services)
    if refused:
        raise InvalidObjectError("\n".join(map(str, refused)))
    return sorted((manifest for manifest, _ in made), key=lambda manifest: manifest.file_name)


def _workload(workload: Workload, templates: Path | None) -> tuple[Manifest, list[Mistake]]:
    kind = "pod" if workload.pod else "deployment"
    data = fill(read_template(kind, templates), workload_values(workload))
    complaints = [Mistake(workload.place, _sentence(data, each)) for each in validate_workload(data)]
    return Manifest(f"{workload.name}-{kind}.yaml", data), complaints


def _service(service: ServiceSpec, templates: Path | None, rules: ServiceRules) -> tuple[Manifest, list[Mistake]]:
    data = fill(read_template("service", templates), service_values(service))
    complaints = [Mistake(_place_of(each, service), _sentence(data, each)) for each in validate_service(data, rules)]
    return Manifest(f"{service.name}-service.yaml", data), complaints


def _allocated_twice(services: Iterable[ServiceSpec]) -> Iterator[Mistake]:
    """A nodePort belongs to one Service of the cluster, whatever the protocol."""
    owners: dict[int | str, ServiceSpec] = {}
    for service in services:
        for index, port in enumerate(service.ports):
            if port.node_port is None or owners.setdefault(port.node_port, service) is service:
                continue
            complaint = invalid(f"spec.ports[{index}].nodePort", port.node_port, "provided port is already allocated")
            owner = owners[port.node_port].name
            sentence = f"The Service {quote(service.name)} is invalid: {complaint}, to {quote(owner)}"
            yield Mistake(port.place, sentence)


def _place_of(complaint: str, service: ServiceSpec) -> Place:
    """Where the spec says what a complaint such as `spec.ports[0].nodePort: ...` is about."""
    for index, port in enumerate(service.ports):
        if complaint.startswith(f"spec.ports[{index}]"):
            return port.place
    return service.place


def _sentence(data: dict[str, Data], complaint: str) -> str:
    name = text(mapping(data.get("metadata")).get("name"))
    return f"The {data['kind']} {quote(name)} is invalid: {complaint}"
