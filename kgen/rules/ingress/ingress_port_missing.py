"""An Ingress leads to a port that its Service does not have.

## Why
The port of a backend is a port of the Service: its number, `port`, or its name. The number of the container
(`targetPort`) or of the node (`nodePort`) is another one. The API server takes any number; the controller finds no
endpoints and answers with an error page.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector:
    app: shop
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  defaultBackend:
    service:
      name: shop
      port:
        number: 8080  # error: ingress-port-missing
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector:
    app: shop
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  defaultBackend:
    service:
      name: shop
      port:
        number: 80
```

## How to fix
Write the Service's `port`, or the name of its port.

## Fix safety
The fix writes the port that is meant by its target port, its nodePort or a similar name, or the only one. It is unsafe:
the Ingress starts to send traffic there.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family
from kgen.lint.backend_problem import missing_port
from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_reference import BackendReference


@rule("ingress-port-missing", Severity.ERROR, fix=Safety.UNSAFE)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report a port that the Service of an Ingress does not have."""
    if reference.backend.family is Family.INGRESS:
        yield from missing_port(reference)
