"""`create service {clusterip,nodeport,loadbalancer,externalname}`."""

from __future__ import annotations

from kgen.cli.kubectl.command import Command, Invocation
from kgen.cli.kubectl.dry_run import check_dry_run, check_validate
from kgen.cli.kubectl.flags import create_flags, validate_flag
from kgen.cli.kubectl.pflag import Flag
from kgen.cli.kubectl.printing import choose_printer
from kgen.cli.stdio import out
from kgen.errors import KubectlError
from kgen.generate.service import Service, parse_tcp, require_external_name

_TYPES = {
    "clusterip": "ClusterIP",
    "nodeport": "NodePort",
    "loadbalancer": "LoadBalancer",
    "externalname": "ExternalName",
}


def command(kind: str) -> Command:
    """The command for `clusterip`, `nodeport`, `loadbalancer` or `externalname`."""

    def flags(_minor: int) -> list[Flag]:
        return [*create_flags("kubectl-create"), validate_flag(), Flag("tcp", "slice", []), *_own_flags(kind)]

    def run(invocation: Invocation) -> None:
        _run(invocation, _TYPES[kind])

    required = ("external-name",) if kind == "externalname" else ()
    return Command(f"create service {kind}", flags, run, required)


def _own_flags(kind: str) -> list[Flag]:
    if kind == "clusterip":
        return [Flag("clusterip", "text", "")]
    if kind == "nodeport":
        return [Flag("node-port", "int", 0)]
    return [Flag("external-name", "text", "")] if kind == "externalname" else []


def _run(invocation: Invocation, service_type: str) -> None:
    flags = invocation.flags
    name = invocation.one_name()
    check_dry_run(flags)
    printer = choose_printer(flags)
    check_validate(flags)
    service = Service(name, flags.text("namespace"))
    service.type = service_type
    service.cluster_ip = flags.text("clusterip") if service_type == "ClusterIP" else ""
    tcp = flags.texts("tcp")
    if not tcp and service_type != "ExternalName" and service.cluster_ip != "None":
        raise KubectlError("at least one tcp port specifier must be provided")
    if service_type == "ExternalName":
        service.external_name = flags.text("external-name")
        require_external_name(service.external_name)
    service.ports = [parse_tcp(text) for text in tcp]
    if service_type == "NodePort":
        number = _int32(flags.number("node-port"))
        for port in service.ports:
            port.node_port = number
    out(printer.text(service.data(invocation.version)))


def _int32(number: int) -> int:
    """The low 32 bits as a signed number: Go's conversion, which kubectl does not check."""
    return (number + 2**31) % 2**32 - 2**31
