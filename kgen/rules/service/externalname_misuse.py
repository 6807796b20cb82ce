"""A Service of type ExternalName has no name to lead to, or fields that do not go with it.

## Why
An ExternalName is an alias in DNS and nothing else. Without a DNS name in `externalName` the API server refuses it, as
it does with addresses or IP families of its own. An IP address is taken, but as a name that consists of digits, which
DNS does not resolve; some proxies do connect to it. A selector is ignored. Its `ports` open nothing but are fine: an
Ingress looks them up.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: database
spec:
  type: ExternalName
  externalName: 10.0.0.12  # error: externalname-misuse
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: database
spec:
  type: ExternalName
  externalName: db.example.com
```

## How to fix
Write a DNS name, without `https://` and port. To lead to an IP address, take type and selector out, list the ports, and
add an EndpointSlice with the address.

## When to ignore
When a proxy reads the address from the Service and nobody asks DNS for it.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#externalname
- https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
"""

from collections.abc import Iterator

from kgen.kubernetes.names import dns1123_subdomain
from kgen.kubernetes.service import EXTERNAL_NAME, Service
from kgen.kubernetes.service_validation.ip import parse_ip
from kgen.lint.fix.fix import Safety, safe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import delete_entry
from kgen.syntax.node import Node
from kgen.wiring.placeholder import is_name_to_fill_in
from kgen.wiring.service_manifest import ServiceManifest


@rule("externalname-misuse", Severity.ERROR, fix=Safety.SAFE)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report what does not go with the type, once a Service is known to be of it."""
    service = manifest.service
    if service.type != EXTERNAL_NAME or service.type_node is None:
        return
    if service.external_name is not None:
        yield from _bad_name(service, service.external_name)
    if not manifest.is_complete:
        return
    if service.external_name is None:
        yield _missing(service, service.type_node)
    for node in service.address_fields:
        yield _address(service, node, service.type_node)
    if service.selector is not None and service.selector.requirements:
        yield _ignored(service, service.selector.node)


def _missing(service: Service, node: Node) -> Problem:
    return Problem(
        node,
        f"{service} of type ExternalName has no externalName",
        help="add `externalName` with the DNS name that it leads to",
        resource=service.resource,
        label="needs `externalName`",
    )


def _bad_name(service: Service, node: Node) -> Iterator[Problem]:
    text = node.string()
    if text is None or is_name_to_fill_in(text):
        return
    if dns1123_subdomain(text.removesuffix(".")):
        yield _name_problem(service, node, "is no DNS name", Severity.ERROR)
    elif parse_ip(text) is not None:
        yield _name_problem(service, node, "is an IP address, which DNS does not resolve", Severity.WARNING)


def _name_problem(service: Service, node: Node, fault: str, severity: Severity) -> Problem:
    return Problem(
        node,
        f"externalName `{node.value}` of {service} {fault}",
        help="write a DNS name, or take the type out and add an EndpointSlice with the address",
        resource=service.resource,
        label="not a DNS name",
        severity=severity,
    )


def _address(service: Service, node: Node, type_node: Node) -> Problem:
    return Problem(
        node,
        f"{node.key} may not be set for {service}, which is of type ExternalName",
        related=(Label(type_node, "an alias in DNS has no address"),),
        help=f"take {node.key} out",
        on_key=True,
        resource=service.resource,
        label="not with ExternalName",
        fix=safe(f"take `{node.key}` out", delete_entry(node)),
    )


def _ignored(service: Service, node: Node) -> Problem:
    return Problem(
        node,
        f"the selector of {service} is ignored: an ExternalName leads to no pods",
        help="take the selector out, or the type if pods are meant",
        on_key=True,
        resource=service.resource,
        label="ignored",
        severity=Severity.INFO,
    )
