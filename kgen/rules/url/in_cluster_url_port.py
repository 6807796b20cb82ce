"""A program is told the address of a Service with a port that it does not have.

## Why
At `name.namespace.svc` a program reaches the ports of the Service, not those of its containers; another number is
refused or times out. Addresses in variables, arguments and ConfigMaps are text that nothing checks. This rule reads
full addresses, `name.namespace.svc:port` with or without `.cluster.local`, of Services that the repository has.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    app: orders
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  ORDERS_URL: http://orders.shop.svc.cluster.local:8080/v1  # error: in-cluster-url-port
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    app: orders
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  ORDERS_URL: http://orders.shop.svc.cluster.local/v1
```

## How to fix
Write the Service's `port`, or give the Service the port that the address asks for.

## Fix safety
The fix writes the port of the Service that is meant, or the only one. It is unsafe: the program starts to use it.

## References
- https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#services
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family
from kgen.lint.backend_problem import missing_port
from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_reference import BackendReference


@rule("in-cluster-url-port", Severity.WARNING, fix=Safety.UNSAFE)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report an address whose port the Service does not have."""
    if reference.backend.family is Family.URL:
        yield from missing_port(reference)
