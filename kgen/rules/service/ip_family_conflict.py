"""The addresses and IP families of a Service contradict each other.

## Why
`clusterIP` repeats the first of `clusterIPs`; each address belongs to the family at the same place of `ipFamilies`; and
two of either need a policy that allows two, which `SingleStack`, the default, does not. The API server refuses a
Service that says otherwise.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ipFamilies: [IPv4, IPv6]  # error: ip-family-conflict
  selector:
    app: web
  ports:
    - port: 80
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ipFamilyPolicy: PreferDualStack
  ipFamilies: [IPv4, IPv6]
  selector:
    app: web
  ports:
    - port: 80
```

## How to fix
Write `ipFamilyPolicy: PreferDualStack` for two families, or `RequireDualStack` if the Service is to be refused by a
cluster that has only one. Leave addresses out unless they are needed.

## References
- https://kubernetes.io/docs/concepts/services-networking/dual-stack/
"""

from collections.abc import Iterator

from kgen.kubernetes.service import EXTERNAL_NAME, Service
from kgen.kubernetes.service_validation.ip import parse_ip
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.node import Node
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.service_manifest import ServiceManifest

_FAMILIES = ("IPv4", "IPv6")
_SINGLE = "SingleStack"
_POLICIES = (_SINGLE, "PreferDualStack", "RequireDualStack")


@rule("ip-family-conflict", Severity.ERROR)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report words that are refused, in patches too, and what does not go together in a whole Service."""
    service = manifest.service
    if service.defaulted.type == EXTERNAL_NAME:
        return
    families = () if service.ip_families is None else tuple(service.ip_families)
    policy = service.ip_family_policy
    yield from _unknown(service, families, _FAMILIES)
    yield from _unknown(service, () if policy is None else (policy,), _POLICIES)
    if manifest.is_complete:
        yield from _repeated(service, families)
        yield from _same_family(service)
        yield from _too_many(service)
        yield from _other_first(service)
        yield from _other_family(service, families)


def _unknown(service: Service, nodes: tuple[Node, ...], known: tuple[str, ...]) -> Iterator[Problem]:
    for node in nodes:
        text = node.string()
        if text is not None and text not in known and not is_placeholder(text):
            listed = ", ".join(known)
            yield _problem(service, node, f"`{text}` of {service} is none of {listed}", f"write one of {listed}")


def _repeated(service: Service, families: tuple[Node, ...]) -> Iterator[Problem]:
    first: dict[str, Node] = {}
    for node in families:
        other = first.setdefault(node.string() or "", node)
        if other is not node:
            yield _problem(service, node, f"{service} lists `{node.value}` twice", "list each family once", other)


def _same_family(service: Service) -> Iterator[Problem]:
    addresses = service.addresses
    parsed = [parse_ip(address.string() or "") for address in addresses]
    families = {address.family for address in parsed if address is not None}
    if len(addresses) == 2 and None not in parsed and len(families) == 1:
        fault = f"both addresses of {service} are {families.pop()}"
        yield _problem(service, addresses[1], fault, "ask for one address of each family", addresses[0])


def _too_many(service: Service) -> Iterator[Problem]:
    """Two families or addresses with a policy for one; `ipFamilyPolicy` is filled in as SingleStack."""
    policy, spec = service.ip_family_policy, service.defaulted
    if (spec.ip_family_policy or _SINGLE) != _SINGLE or (spec.is_headless and not spec.selector):
        return
    for node in (service.ip_families, service.cluster_ips):
        if node is not None and len(node.sequence()) == 2:
            fault = f"{service} lists two {node.key} and is {_SINGLE}{'' if policy else ' by default'}"
            yield _problem(service, node, fault, "write `ipFamilyPolicy: PreferDualStack`, or list one", policy)


def _other_first(service: Service) -> Iterator[Problem]:
    single, several = service.cluster_ip, service.cluster_ips
    first = None if several is None else next(iter(several), None)
    if several is not None and single is None:
        yield _problem(
            service, several, f"{service} lists clusterIPs without a clusterIP", "repeat the first as clusterIP"
        )
    if single is not None and first is not None and first.value != single.value:
        fault = f"`{first.value}` of {service} is another address than clusterIP `{single.value}`"
        yield _problem(service, first, fault, f"write `{single.value}` first, or take clusterIP out", single)


def _other_family(service: Service, families: tuple[Node, ...]) -> Iterator[Problem]:
    for address, family in zip(service.addresses, families, strict=False):
        parsed = parse_ip(address.string() or "")
        if parsed is not None and family.value in _FAMILIES and family.value != parsed.family:
            fault = f"address `{address.value}` of {service} is {parsed.family}, and its family `{family.value}`"
            yield _problem(service, family, fault, f"write `{parsed.family}`, or another address", address)


def _problem(service: Service, node: Node, fault: str, way_out: str, other: Node | None = None) -> Problem:
    return Problem(
        node,
        fault,
        related=() if other is None else (Label(other, "see here"),),
        help=way_out,
        resource=service.resource,
    )
