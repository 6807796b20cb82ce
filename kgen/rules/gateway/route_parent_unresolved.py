"""A route attaches to a Gateway or a listener that is not there.

## Why
A route whose parent is not found serves nothing, and the only trace is the status of the route, or its absence. This
rule reports a `sectionName` or `port` that no listener of the Gateway has, and a Gateway's name that is one slip away
from one near by; a Gateway that the repository does not show at all is no mistake.

## Bad
```yaml
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: cilium
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
spec:
  parentRefs:
    - name: public
      sectionName: http  # error: route-parent-unresolved
  rules: []
```

## Good
```yaml
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: cilium
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
spec:
  parentRefs:
    - name: public
      sectionName: https
  rules: []
```

## How to fix
Write the name of a listener in `sectionName`, or leave it out to attach to all of them.

## Fix safety
The fix writes the name of the Gateway. It is unsafe: the route is served there from then on. For a listener there is
none.

## References
- https://gateway-api.sigs.k8s.io/reference/spec/#parentreference
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.wiring.backend_evidence import ListenerMissing, NearGateway
from kgen.wiring.backend_reference import ParentReference
from kgen.wiring.outcome import Broken


@rule("route-parent-unresolved", Severity.WARNING, fix=Safety.UNSAFE)
def check(reference: ParentReference) -> Iterator[Problem]:
    """Report a Gateway that is proven to be named wrongly, and a listener that it does not have."""
    if not isinstance(reference.outcome, Broken):
        return
    match reference.outcome.evidence:
        case NearGateway() as evidence:
            yield _gateway(reference, evidence)
        case ListenerMissing() as evidence:
            yield _listener(reference, evidence)


def _gateway(reference: ParentReference, evidence: NearGateway) -> Problem:
    near = evidence.gateway.resource
    return Problem(
        reference.place,
        f"{reference.resource} attaches to Gateway `{reference.parent.name}`, which is not in the repository; "
        f"{near} has a similar name",
        related=(Label(near.name_node, "did you mean this one?"),),
        help=f"write `{near.name}`",
        resource=reference.resource,
        label="no Gateway has this name",
        fix=unsafe(f"write `name: {near.name}`", replace_value(reference.place, near.name)),
    )


def _listener(reference: ParentReference, evidence: ListenerMissing) -> Problem:
    has = " and ".join(f"`{each.value}`" for each in dict.fromkeys(evidence.has))
    return Problem(
        evidence.asked,
        f"{reference.resource} attaches to listener `{evidence.asked.value}` of {evidence.gateway}, which has {has}",
        related=tuple(Label(each, f"a listener is `{each.value}`") for each in evidence.has),
        help="write one that the Gateway has, or leave it out",
        resource=reference.resource,
        label="no listener has it",
    )
