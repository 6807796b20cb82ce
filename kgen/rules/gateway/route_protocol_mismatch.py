"""A route leads to a Service port of another protocol.

## Why
A UDPRoute sends datagrams, and every other route TCP connections. A Service forwards a port for its own protocol only,
TCP unless it says otherwise, so nothing arrives.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: dns
spec:
  selector:
    app: dns
  ports:
    - port: 53
---
apiVersion: gateway.networking.k8s.io/v1alpha2
kind: UDPRoute
metadata:
  name: dns
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: dns
          port: 53  # error: route-protocol-mismatch
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: dns
spec:
  selector:
    app: dns
  ports:
    - port: 53
      protocol: UDP
---
apiVersion: gateway.networking.k8s.io/v1alpha2
kind: UDPRoute
metadata:
  name: dns
spec:
  parentRefs:
    - name: public
  rules:
    - backendRefs:
        - name: dns
          port: 53
```

## How to fix
Give the Service port the protocol that the pods speak, or use the kind of route that carries it.

## References
- https://gateway-api.sigs.k8s.io/concepts/api-overview/#tcproute-and-udproute
- https://kubernetes.io/docs/reference/networking/service-protocols/
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Backend
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_evidence import PortProtocol
from kgen.wiring.backend_reference import BackendReference
from kgen.wiring.outcome import Broken


@rule("route-protocol-mismatch", Severity.WARNING)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report a port that the Service has with another protocol only."""
    if isinstance(reference.outcome, Broken) and isinstance(reference.outcome.evidence, PortProtocol):
        yield _problem(reference.backend, reference.outcome.evidence)


def _problem(backend: Backend, evidence: PortProtocol) -> Problem:
    service, port = evidence.service, evidence.port
    return Problem(
        backend.place,
        f"{backend.resource} sends {backend.protocol} to port `{backend.port}` of {service}, which is {port.protocol}",
        related=(Label(port.protocol_node or port.node, f"{port.protocol} here"),),
        help=f"write `protocol: {backend.protocol}` in the Service, or use another kind of route",
        resource=backend.resource,
        label=f"sends {backend.protocol}",
    )
