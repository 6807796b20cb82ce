"""A route of a mesh or an ingress controller leads to a port or subset that is not there.

## Why
VirtualServices, IngressRoutes, HTTPProxies, VirtualServers and OpenShift Routes name a Service and one of its ports,
and VirtualServices a subset that a DestinationRule defines. Nothing checks them as they are applied, and requests end
in an error of the proxy.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: reviews
spec:
  selector:
    app: reviews
  ports:
    - name: http
      port: 80
      targetPort: 9080
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews]
  http:
    - route:
        - destination:
            host: reviews
            port:
              number: 9080  # error: mesh-route-port
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: reviews
spec:
  selector:
    app: reviews
  ports:
    - name: http
      port: 80
      targetPort: 9080
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews]
  http:
    - route:
        - destination:
            host: reviews
            port:
              number: 80
```

## How to fix
Write the Service's `port`, or in an OpenShift Route the name of its port; define the subset, or write the name of one
that the DestinationRule has.

## Fix safety
The fix writes the port or the Service that is meant. It is unsafe: the proxy starts to send traffic there. For a subset
there is none.

## References
- https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination
- https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/
- https://projectcontour.io/docs/main/config/api/#projectcontour.io/v1.Service
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family
from kgen.lint.backend_problem import missing_port, missing_service
from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_evidence import SubsetMissing
from kgen.wiring.backend_reference import BackendReference
from kgen.wiring.outcome import Broken


@rule("mesh-route-port", Severity.WARNING, fix=Safety.UNSAFE)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report a Service, a port or a subset that a route is proven to name wrongly."""
    if reference.backend.family is not Family.MESH:
        return
    yield from missing_service(reference)
    yield from missing_port(reference)
    if isinstance(reference.outcome, Broken) and isinstance(reference.outcome.evidence, SubsetMissing):
        yield _subset(reference, reference.outcome.evidence)


def _subset(reference: BackendReference, evidence: SubsetMissing) -> Problem:
    rule_of_host, subset = evidence.rule, reference.place.value
    has = " and ".join(f"`{each.value}`" for each in rule_of_host.subsets)
    return Problem(
        reference.place,
        f"{reference.resource} leads to subset `{subset}` of {reference.backend}; {rule_of_host.resource} has {has}",
        related=tuple(Label(each, f"subset `{each.value}` is here") for each in rule_of_host.subsets),
        help=f"define `{subset}` in {rule_of_host.resource}, or write a subset that it has",
        resource=reference.resource,
        label="no DestinationRule defines it",
    )
