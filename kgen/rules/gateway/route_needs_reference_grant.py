"""A route leads to a Service in another namespace, which does not grant it.

## Why
A route may lead into another namespace only if a ReferenceGrant there allows routes of its kind and namespace.
Without one the Gateway answers with status 500, and says `RefNotPermitted` in the status of the route only.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: shop
spec:
  selector:
    app: shop
  ports:
    - port: 80
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: edge
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: shop
          namespace: shop  # error: route-needs-reference-grant
          port: 80
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: shop
spec:
  selector:
    app: shop
  ports:
    - port: 80
---
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata:
  name: edge
  namespace: shop
spec:
  from:
    - group: gateway.networking.k8s.io
      kind: HTTPRoute
      namespace: edge
  to:
    - group: ""
      kind: Service
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: edge
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: shop
          namespace: shop
          port: 80
```

## How to fix
Create a ReferenceGrant in the Service's namespace that names kind and namespace of the route, or move the route there.

## When to ignore
When the grant is kept elsewhere, or the Gateway's implementation needs none.

## References
- https://gateway-api.sigs.k8s.io/api-types/referencegrant/
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_evidence import GrantMissing
from kgen.wiring.backend_reference import GrantReference
from kgen.wiring.outcome import Broken


@rule("route-needs-reference-grant", Severity.WARNING)
def check(reference: GrantReference) -> Iterator[Problem]:
    """Report a reference that no ReferenceGrant of its namespace allows."""
    if isinstance(reference.outcome, Broken) and isinstance(reference.outcome.evidence, GrantMissing):
        yield _problem(reference, reference.outcome.evidence)


def _problem(reference: GrantReference, evidence: GrantMissing) -> Problem:
    route, near, namespace = reference.resource, evidence.near, reference.namespace
    places = [Label(evidence.service.resource.name_node, f"in namespace `{namespace}`")]
    if near is not None:
        places.append(Label(near.resource.name_node, f"{near.resource} allows others"))
    return Problem(
        reference.place,
        f"{route} leads to {reference.backend} in namespace `{namespace}`, where no ReferenceGrant allows it",
        related=tuple(places),
        help=f"create a ReferenceGrant in `{namespace}` from {route.kind} of namespace `{route.namespace}` to Service",
        resource=route,
        label="another namespace",
    )
