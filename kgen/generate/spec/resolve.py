"""Selector and ports of a Service whose workload is written elsewhere."""

from collections.abc import Callable, Iterator

from kgen.config.schema import suggestion
from kgen.config.setting import Mistake, refusal
from kgen.errors import KgenError
from kgen.generate.from_repository import TargetPort, WorkloadTarget, workload_target
from kgen.generate.spec.model import Port, ServiceSpec, Spec, Workload
from kgen.generate.spec.values import container_port_name, container_ports
from kgen.kubernetes.kind_names import names_kind
from kgen.record import replace
from kgen.repository import Repository


def resolve(spec: Spec, repository: Callable[[], Repository]) -> tuple[ServiceSpec, ...]:
    """The spec's services, each with its selector; `repository` is called only for workloads out of the spec.

    Raise KgenError with all workloads that are not found, target ports that they do not declare, and
    Services that have no ports and get none.
    """
    mistakes: list[Mistake] = []
    services = tuple(_resolved(service, spec, repository, mistakes) for service in spec.services)
    if mistakes:
        raise refusal(mistakes)
    return services


def _resolved(
    service: ServiceSpec, spec: Spec, repository: Callable[[], Repository], mistakes: list[Mistake]
) -> ServiceSpec:
    if not service.target:
        return service
    own = next((workload for workload in spec.workloads if _is_meant(workload, service)), None)
    try:
        target = _target_of(own) if own is not None else _target_in(repository(), service)
    except KgenError as error:
        message = f"{error.message}: {error.hint}" if error.hint else error.message
        mistakes.append(Mistake(service.target_place, message))
        return service
    mistakes.extend(_unknown_names(service, target))
    ports = service.ports or tuple(_port(port, service, target) for port in target.ports)
    if not ports:
        message = f"`{service.target}` declares no ports, so write `ports`"
        mistakes.append(Mistake(service.target_place, message))
    return replace(service, selector=target.selector, ports=ports)


def _target_in(repository: Repository, service: ServiceSpec) -> WorkloadTarget:
    return workload_target(repository, service.target, service.namespace or None)


def _is_meant(workload: Workload, service: ServiceSpec) -> bool:
    kind, _, name = service.target.partition("/")
    same = workload.name == name and workload.namespace == service.namespace
    return same and names_kind(kind, "Pod" if workload.pod else "Deployment")


def _target_of(workload: Workload) -> WorkloadTarget:
    ports = (
        TargetPort(container_port_name(port), port.target, port.protocol)
        for port in container_ports(workload)
        if isinstance(port.target, int)
    )
    return WorkloadTarget(workload.selector, tuple(ports))


def _unknown_names(service: ServiceSpec, target: WorkloadTarget) -> Iterator[Mistake]:
    """A number needs no declaration, but a name that no container declares leads nowhere."""
    for port in service.ports:
        if not isinstance(port.target, str):
            continue
        protocols = [declared.protocol for declared in target.ports if declared.name == port.target]
        if port.protocol in protocols:
            continue
        names = [declared.name for declared in target.ports if declared.name]
        message = f"`{service.target}` declares no port `{port.target}`{suggestion(port.target, names)}"
        if protocols:
            message = f"port `{port.target}` of `{service.target}` is {protocols[0]}, not {port.protocol}"
        yield Mistake(port.place, message)


def _port(declared: TargetPort, service: ServiceSpec, target: WorkloadTarget) -> Port:
    """A container port as it stands, led to by its name where the name tells it from the others."""
    namesakes = [port for port in target.ports if port.name == declared.name]
    name = declared.name if declared.name and len(namesakes) == 1 else ""
    plain = str(declared.number) + ("" if declared.protocol == "TCP" else f"-{declared.protocol.lower()}")
    return Port(
        place=service.target_place,
        name=name or plain,
        named=bool(name),
        node_port=None,
        port=declared.number,
        target=name or declared.number,
        protocol=declared.protocol,
        app_protocol="",
    )
