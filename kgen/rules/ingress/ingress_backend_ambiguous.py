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

## Fix safety
Where the Service has name and number in one port, the fix takes the number out, which is safe. Where it has only one of
them, the other one goes, which is unsafe: both may be wrong. Without the Service there is no fix.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Backend, Family, Fault
from kgen.lint.fix.fix import Fix, Safety, safe, unsafe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import delete_entry
from kgen.wiring.backend_evidence import Faulty
from kgen.wiring.backend_reference import BackendReference
from kgen.wiring.outcome import Broken

_WORDS = {
    Fault.NO_PORT: ("gives no port of", "give the port by `name` or by `number`"),
    Fault.TWO_PORTS: ("gives both name and number of the port of", "keep either `name` or `number`"),
    Fault.TWO_TARGETS: ("leads to a resource beside", "keep either `service` or `resource`"),
}


@rule("ingress-backend-ambiguous", Severity.ERROR, fix=Safety.UNSAFE)
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
            fix=_fix(backend, outcome.evidence),
        )


def _fix(backend: Backend, evidence: Faulty) -> Fix | None:
    """Of name and number the one that the Service has; the name where it has both in one port."""
    port = backend.place.parent
    if evidence.fault is not Fault.TWO_PORTS or evidence.service is None or port is None:
        return None
    name, number = port["name"], port["number"]
    named = next((each for each in evidence.service.ports if each.name == name.value), None)
    if named is not None and named.number == number.value:
        return safe("take `number` out", delete_entry(number))
    numbered = any(each.number == number.value for each in evidence.service.ports)
    if numbered == (named is not None):
        return None
    return unsafe(f"take `{'name' if numbered else 'number'}` out", delete_entry(name if numbered else number))
