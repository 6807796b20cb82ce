"""An Ingress leads to a Service that is not there, and the repository shows which one was meant.

## Why
The API server takes an Ingress with any Service name; the controller answers with an error page for those it does not
find. Charts, operators and people bring Services that no file shows, so absence alone is no mistake. This rule reports
a name one slip away from a Service near by that has the port, the name of a workload whose Service is called
otherwise, and a Service that is in another namespace, where an Ingress cannot reach.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: orders-service
spec:
  selector:
    app: orders
  ports:
    - port: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /orders
            pathType: Prefix
            backend:
              service:
                name: order-service  # error: ingress-service-missing
                port:
                  number: 80
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: orders-service
spec:
  selector:
    app: orders
  ports:
    - port: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /orders
            pathType: Prefix
            backend:
              service:
                name: orders-service
                port:
                  number: 80
```

## How to fix
Write the name of the Service, `metadata.name`, not that of the workload. An Ingress reaches Services of its own
namespace only.

## Fix safety
The fix writes the name of the Service. It is unsafe: the Ingress starts to send traffic there.

## When to ignore
When something that the repository does not show creates a Service of this very name.

## References
- https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family
from kgen.lint.backend_problem import missing_service
from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_reference import BackendReference


@rule("ingress-service-missing", Severity.ERROR, fix=Safety.UNSAFE)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report a Service that an Ingress is proven to name wrongly."""
    if reference.backend.family is Family.INGRESS:
        yield from missing_service(reference)
