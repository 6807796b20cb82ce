"""The Ingress that `kubectl create ingress` makes, and the rules and backends it reads from its flags."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.generate.int_or_string import parse_int_or_string
from kgen.generate.metadata import metadata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.value import Data, Mapping

_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_HOST = _WORD | frozenset("*-.")
_SERVICE = _WORD | {"-"}


class IngressRule:
    """One `--rule`: where a host and path lead, and what it says about TLS.

    `secret` is None without a `,tls` part, and empty for one that names no Secret.
    """

    __slots__ = ("host", "path", "port", "secret", "service")

    def __init__(self, host: str, path: str, service: str, port: str, secret: str | None = None) -> None:
        self.host = host
        self.path = path
        self.service = service
        self.port = port
        self.secret = secret

    def path_data(self) -> Mapping:
        """The entry of `paths`: a final `*` stands for the path type Prefix and is no part of the path."""
        prefix = self.path.endswith("*")
        return {
            "path": self.path.removesuffix("*") if prefix else self.path,
            "pathType": "Prefix" if prefix else "Exact",
            "backend": backend(self.service, self.port),
        }


class Ingress:
    """An Ingress before it is printed; empty fields are left out, as Go's `omitempty` does."""

    __slots__ = ("annotations", "class_name", "default_backend", "name", "namespace", "rules")

    def __init__(self, name: str, namespace: str = "") -> None:
        self.name = name
        self.namespace = namespace
        self.annotations: dict[str, str] = {}
        self.class_name = ""
        self.default_backend: Mapping = {}
        self.rules: list[IngressRule] = []

    def data(self, version: KubernetesVersion) -> Mapping:
        """The object in the order of Go's structs, with the empty `status` that kubectl prints."""
        fields: Mapping = {
            "ingressClassName": self.class_name,
            "defaultBackend": self.default_backend,
            "tls": _tls(self.rules),
            "rules": _rules(self.rules),
        }
        return {
            "kind": "Ingress",
            "apiVersion": "networking.k8s.io/v1",
            "metadata": metadata(version, self.name, self.namespace, annotations=self.annotations),
            "spec": {name: value for name, value in fields.items() if value},
            "status": {"loadBalancer": {}},
        }


def backend(service: str, port: str) -> Mapping:
    """A backend; digits make a port number, anything else a port name, nothing and 0 make an empty `port`."""
    parsed = parse_int_or_string(port)
    key = "number" if isinstance(parsed, int) else "name"
    return {"service": {"name": service, "port": {key: parsed} if parsed else {}}}


def parse_backend(text: str) -> Mapping:
    """Read `--default-backend SERVICE:PORT`; raises KubectlError for other than one colon."""
    service, _, port = text.partition(":")
    if text.count(":") != 1:
        raise KubectlError("default-backend should be in format servicename:serviceport")
    return backend(service, port)


def parse_annotation(text: str) -> tuple[str, str]:
    """Read `--annotation KEY=[VALUE]`; raises KubectlError without `=`."""
    key, equals, value = text.partition("=")
    if not equals:
        raise KubectlError(f"annotation {text} is invalid and should be in format key=[value]")
    return key, value


def parse_rule(text: str) -> IngressRule:
    """Read `--rule HOST/PATH=SERVICE:PORT[,tls[=SECRET]]`; raises KubectlError with kubectl's message.

    kubectl only asks that the text begins like a rule, then takes it apart anew: at the first comma, then
    at each `=` and `:`. What stands behind the port stays with it. Where the second reading fails, kubectl
    panics: refused here.
    """
    target, comma, tls = text.partition(",")
    host, _, rest = target.partition("/")
    path, _, service_port = rest.partition("=")
    service, colon, port = service_port.partition("=")[0].partition(":")
    if not _begins_like_a_rule(text) or not colon:
        allowed = "host/path=svcname:svcport[,tls[=secret]]"
        raise KubectlError(f"rule {text} is invalid and should be in format {allowed}")
    rule = IngressRule(host, f"/{path}", service, port.partition(":")[0])
    # With a second comma kubectl sees no TLS part; whether the one there is says `tls`, it does not look.
    if comma and "," not in tls:
        rule.secret = tls.partition("=")[2].partition("=")[0]
    return rule


def _begins_like_a_rule(text: str) -> bool:
    """Whether `HOST/PATH=SERVICE:PORT` stands at the start, the path running up to some `=` of the same line."""
    host, slash, rest = text.partition("/")
    if not slash or not _HOST.issuperset(host):
        return False
    pieces = rest.partition("\n")[0].split("=")
    return any(_begins_like_a_backend(piece) for piece in pieces[1:])


def _begins_like_a_backend(text: str) -> bool:
    service, _, port = text.partition(":")
    return bool(service) and _SERVICE.issuperset(service) and port[:1] in _SERVICE


def _tls(rules: list[IngressRule]) -> list[Data]:
    """`spec.tls`: one entry for each Secret, each host under the first Secret it comes with."""
    hosts: dict[str, list[Data]] = {}
    seen: set[str] = set()
    for rule in rules:
        if rule.secret is None or rule.host in seen:
            continue
        seen.add(rule.host)
        if rule.secret in hosts:
            hosts[rule.secret].append(rule.host)
        elif rule.host or rule.secret:
            hosts[rule.secret] = [rule.host] if rule.host else []
    return [_tls_entry(secret, names) for secret, names in hosts.items()]


def _tls_entry(secret: str, hosts: list[Data]) -> Data:
    fields: Mapping = {"hosts": hosts, "secretName": secret}
    return {name: value for name, value in fields.items() if value}


def _rules(rules: list[IngressRule]) -> list[Data]:
    """`spec.rules`: one entry for each host, with its paths in the order given."""
    paths: dict[str, list[Data]] = {}
    for rule in rules:
        paths.setdefault(rule.host, []).append(rule.path_data())
    return [{**({"host": host} if host else {}), "http": {"paths": items}} for host, items in paths.items()]
