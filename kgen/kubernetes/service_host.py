"""Services as host names: `web`, `web.shop.svc`, `web.shop.svc.cluster.local`.

https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
"""

from collections.abc import Iterator

from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.syntax.value import Data

_LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?"
_FULL = rf"(?P<name>{_LABEL})\.(?P<namespace>{_LABEL})\.svc(?:\.cluster\.local)?\.?"
_HOST = lazy_pattern(rf"{_FULL}|(?P<short>{_LABEL})")
# Neither a pod's own name before the Service's, nor text that is filled in around it.
_ADDRESS = lazy_pattern(rf"(?<![\w.)}}>%*-]){_FULL}:(?P<port>\d{{1,5}})(?![\w${{(<%])")
_COMMENT = lazy_pattern(r"\s*(?:#|//|;)")
_INFIX = ".svc"


@record
class ServiceHost:
    """A Service's name, and the namespace that its host name tells, None for the short form."""

    name: str
    namespace: str | None


@record
class ServiceAddress:
    """Host and port of a Service as they stand in a text, `text` being how."""

    host: ServiceHost
    port: int
    text: str


def service_host(host: str) -> ServiceHost | None:
    """The Service that a host name means within the cluster, None for one that means something else."""
    match = _HOST.fullmatch(host)
    if match is None:
        return None
    return ServiceHost(match["short"] or match["name"], match["namespace"])


def may_hold_address(value: Data) -> bool:
    """Whether a value is a text in which the address of a Service may stand."""
    return isinstance(value, str) and _INFIX in value


def service_addresses(text: str) -> Iterator[ServiceAddress]:
    """The full addresses of Services in a text, each once; not those in comments."""
    if _INFIX not in text:
        return
    seen: set[str] = set()
    for line in text.splitlines():
        if _INFIX not in line or _COMMENT.match(line):
            continue
        for match in _ADDRESS.finditer(line):
            if match[0] not in seen:
                seen.add(match[0])
                yield ServiceAddress(ServiceHost(match["name"], match["namespace"]), int(match["port"]), match[0])
