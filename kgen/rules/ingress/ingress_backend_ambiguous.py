"""An Ingress backend says too much or too little of where it leads.

## Why
A backend is either a Service or a resource, and the port of a Service is given by its name or by its number. The API
server refuses both at once, and a Service without either.

## Bad
```yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  defaultBackend:
    service:
      name: shop
      port:
        name: http
        number: 80  # error: ingress-backend-ambiguous
```

## Good
```yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  defaultBackend:
    service:
      name: shop
      port:
        name: http
```

## How to fix
Keep one of the two; the name stays right when the number of the Service's port changes. Where there is neither, write
the Service's port.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family, Fault
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_evidence import Faulty
from kgen.wiring.backend_reference import BackendReference
from kgen.wiring.outcome import Broken

_WORDS = {
    Fault.NO_PORT: ("gives no port of", "give the port by `name` or by `number`"),
    Fault.TWO_PORTS: ("gives both name and number of the port of", "keep either `name` or `number`"),
    Fault.TWO_TARGETS: ("leads to a resource beside", "keep either `service` or `resource`"),
}


@rule("ingress-backend-ambiguous", Severity.ERROR)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report a backend that the API server refuses by itself."""
    backend, outcome = reference.backend, reference.outcome
    if backend.family is not Family.INGRESS or not isinstance(outcome, Broken):
        return
    if isinstance(outcome.evidence, Faulty):
        what, way_out = _WORDS[outcome.evidence.fault]
        yield Problem(
            backend.place,
            f"{backend.resource} {what} {backend}",
            help=way_out,
            resource=backend.resource,
            label=outcome.evidence.fault,
        )
