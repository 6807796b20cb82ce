"""A route leads to a Service that is not there, and the repository shows which one was meant.

## Why
A Gateway answers with status 500 for a backend that it does not find, and says so in the status of the route only.
Charts, operators and people bring Services that no file shows, so absence alone is no mistake. This rule reports a
name one slip away from a Service near by that has the port, the name of a workload whose Service is called otherwise,
and a Service that is in another namespace than the route asks for.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: checkout
spec:
  selector:
    app: checkout
  ports:
    - port: 8080
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: chekout  # error: route-service-missing
          port: 8080
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: checkout
spec:
  selector:
    app: checkout
  ports:
    - port: 8080
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: checkout
          port: 8080
```

## How to fix
Write the name of the Service, `metadata.name`; for one in another namespace add `namespace`.

## Fix safety
The fix writes the name of the Service. It is unsafe: the route starts to send traffic there.

## When to ignore
When something that the repository does not show creates a Service of this very name.

## References
- https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family
from kgen.lint.backend_problem import missing_service
from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_reference import BackendReference


@rule("route-service-missing", Severity.ERROR, fix=Safety.UNSAFE)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report a Service that a route is proven to name wrongly."""
    if reference.backend.family is Family.ROUTE:
        yield from missing_service(reference)
