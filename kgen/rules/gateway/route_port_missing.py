"""A route leads to a port that its Service does not have.

## Why
The port of a backend is the Service's own number, `port`: not the container's (`targetPort`), not the node's
(`nodePort`), and never a name. The API server takes any number, and refuses a Service without one; the Gateway answers
with status 500 for a port that it does not find.

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
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: shop
          port: 8080  # error: route-port-missing
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
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: shop
          port: 80
```

## How to fix
Write the Service's `port`.

## Fix safety
The fix writes the port that is meant by its target port or its nodePort, or the only one. It is unsafe: the route
starts to send traffic there.

## References
- https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Backend, Family
from kgen.lint.backend_problem import missing_port
from kgen.lint.fix.backends import other_port
from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_evidence import Faulty
from kgen.wiring.backend_reference import BackendReference
from kgen.wiring.outcome import Broken


@rule("route-port-missing", Severity.ERROR, fix=Safety.UNSAFE)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report a port that the Service of a route does not have, or that is left out."""
    if reference.backend.family is not Family.ROUTE:
        return
    yield from missing_port(reference)
    if isinstance(reference.outcome, Broken) and isinstance(reference.outcome.evidence, Faulty):
        yield _left_out(reference.backend, reference.outcome.evidence)


def _left_out(backend: Backend, evidence: Faulty) -> Problem:
    ports = () if evidence.service is None else evidence.service.ports
    return Problem(
        backend.name_node,
        f"{backend.resource} gives no port of {backend}, which a Service needs",
        help="add the `port` of the Service",
        resource=backend.resource,
        label="without `port`",
        fix=other_port(backend, ports[0]) if len(ports) == 1 else None,
    )
