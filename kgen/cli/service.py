"""`kgen service`: a Service in one line, kubectl's bytes, checked as the API server would check it."""

from __future__ import annotations

from kgen.cli.kubectl.pflag import Flag, FlagSet
from kgen.cli.own_flags import parse_own, parse_pairs
from kgen.cli.result import write_result
from kgen.cli.settings import configuration, node_port_range, version_in_force
from kgen.cli.stdio import out
from kgen.errors import InvalidObjectError, KgenError, KubectlError
from kgen.generate.service import Service, ServicePort, parse_tcp
from kgen.kubernetes.service_validation import ServiceRules, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.config.model import Config

_TYPES = ("ClusterIP", "NodePort", "LoadBalancer", "ExternalName")


def main(argv: list[str]) -> int:
    """Print the Service of a command line; returns 0, raises InvalidObjectError where a server would refuse it."""
    flags = parse_own("service", argv, own_flags())
    if flags.truth("help"):
        from kgen.cli.service_help import TEXT  # noqa: PLC0415

        out(TEXT)
        return 0
    config = configuration()
    version = version_in_force(flags.text("kubernetes-version"), config)
    rules = ServiceRules(version, node_port_range(flags.text("node-port-range"), config))
    service = _service(flags, rules, config)
    data = service.data(version)
    complaint = refusal(data, rules)
    if complaint:
        raise InvalidObjectError(complaint)
    write_result(flags, data)
    return 0


def own_flags() -> list[Flag]:
    """The flags beside those that every generating command takes."""
    return [
        Flag("tcp", "slice", []),
        Flag("udp", "slice", []),
        Flag("sctp", "slice", []),
        Flag("port", "slice", [], "p"),
        Flag("node-port", "text", ""),
        Flag("type", "text", ""),
        Flag("external-name", "text", ""),
        Flag("clusterip", "text", ""),
        Flag("selector", "text", ""),
        Flag("for", "text", ""),
        Flag("labels", "text", "", "l"),
        Flag("node-port-range", "text", ""),
    ]


def _service(flags: FlagSet, rules: ServiceRules, config: Config | None) -> Service:
    service = Service(flags.args[0], flags.text("namespace"))
    service.ports = _ports(flags)
    if flags.text("for"):
        from kgen.cli.service_target import aim  # noqa: PLC0415 # reads the whole repository

        aim(service, flags.text("for"), config)
    if flags.text("selector"):
        service.selector = parse_pairs("selector", flags.text("selector"))
    if flags.text("labels"):
        service.labels = parse_pairs("labels", flags.text("labels"))
    service.external_name = flags.text("external-name")
    service.cluster_ip = flags.text("clusterip")
    _set_node_ports(service.ports, flags.text("node-port"), rules, config)
    service.type = _service_type(flags.text("type"), service)
    return service


def _ports(flags: FlagSet) -> list[ServicePort]:
    ports = [_tcp(text) for text in flags.texts("tcp")]
    if flags.changed & {"udp", "sctp", "port"}:
        from kgen.generate.port_entry import parse_entry, parse_flag  # noqa: PLC0415 # `--tcp` needs none of it

        for protocol in ("UDP", "SCTP"):
            for text in flags.texts(protocol.lower()):
                ports += parse_flag(text, protocol)
        for text in flags.texts("port"):
            ports += parse_entry(text)
    return ports


def _tcp(text: str) -> ServicePort:
    try:
        return parse_tcp(text)
    except KubectlError as error:
        raise KgenError(f"`--tcp {text}`: {error}", "--tcp takes PORT[:TARGETPORT], for example 8181:80") from None


def _set_node_ports(ports: list[ServicePort], asked: str, rules: ServiceRules, config: Config | None) -> None:
    """Give `--node-port` to each port that has none of its own, and find free numbers for `auto`."""
    if asked not in ("", "auto") and not (asked.isascii() and asked.isdigit()):
        raise KgenError(f"`--node-port {asked}` is no port number", "give a number of the node port range, or auto")
    for port in ports:
        if asked and not port.node_port and not port.automatic:
            port.automatic = asked == "auto"
            port.node_port = 0 if port.automatic else int(asked)
    if any(port.automatic for port in ports):
        from kgen.cli.service_target import allocate  # noqa: PLC0415 # reads the whole repository

        allocate(ports, rules.node_port_range, config)


def _service_type(asked: str, service: Service) -> str:
    """The type asked for, else what the other flags imply."""
    for name in _TYPES:
        if asked.lower() == name.lower():
            return name
    if asked:
        raise KgenError(f"unknown Service type `{asked}`", f"one of {', '.join(_TYPES)}")
    if service.external_name:
        return "ExternalName"
    return "NodePort" if any(port.node_port for port in service.ports) else "ClusterIP"
