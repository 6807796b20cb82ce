"""What a compact spec says."""

from collections.abc import Mapping

from kgen.config.setting import Place
from kgen.record import record


@record
class Port:
    """One entry of a Service's ports; an entry with two protocols has become two of these.

    `node_port` is None where the port gets none, AUTO where `kgen build` picks it. `target` is a number, or a
    container port's name. `named` says that the name is the user's own, not made from the numbers.
    """

    place: Place
    name: str
    named: bool
    node_port: int | str | None
    port: int
    target: int | str
    protocol: str
    app_protocol: str


@record
class Workload:
    """A Deployment or a Pod with one container."""

    place: Place
    name: str
    namespace: str
    pod: bool
    image: str
    replicas: int | None
    labels: Mapping[str, str]
    selector: Mapping[str, str]
    env: Mapping[str, str]
    command: tuple[str, ...]
    args: tuple[str, ...]
    ports: tuple[Port, ...]


@record
class ServiceSpec:
    """A Service; `target` is the workload (kind/name) that gives the selector, and the ports too."""

    place: Place
    name: str
    namespace: str
    type: str
    labels: Mapping[str, str]
    annotations: Mapping[str, str]
    selector: Mapping[str, str]
    target: str
    target_place: Place
    external_name: str
    headless: bool
    ports: tuple[Port, ...]


@record
class Spec:
    """A whole kgen.yaml, read from `path`; `output` and `templates` are as written, relative to it."""

    path: str
    output: str
    output_place: Place
    templates: str
    templates_place: Place
    workloads: tuple[Workload, ...]
    services: tuple[ServiceSpec, ...]
