"""Two entries of a Service have the same protocol and port.

## Why
Protocol and port together say where a Service is reached, so each pair can lead to one place only: the API server
refuses the second entry. `kubectl apply` tells entries apart by `port` as well, and mixes up two with the same number.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
    - name: metrics
      port: 80  # error: duplicate-port
      targetPort: 9090
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
    - name: metrics
      port: 9090
```

## How to fix
Give the second entry a port of its own, or drop it.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services
"""

from collections.abc import Iterator

from kgen.kubernetes.service import Service, ServicePort
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.service_manifest import ServiceManifest


@rule("duplicate-port", Severity.ERROR)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report the later of two entries; those of a patch are merged by `port` and make no second one."""
    if not manifest.is_complete:
        return
    service = manifest.service
    first: dict[tuple[int, str], ServicePort] = {}
    for port in service.ports:
        if port.number is None or is_placeholder(port.protocol):
            continue
        other = first.setdefault((port.number, port.protocol), port)
        if other is not port:
            yield _problem(service, port, other)


def _problem(service: Service, port: ServicePort, other: ServicePort) -> Problem:
    return Problem(
        port.number_node,
        f"port `{port.number}/{port.protocol}` stands twice in {service}",
        related=(Label(other.number_node, "the first one"),),
        help="give it another port, or drop it",
        resource=service.resource,
        label="the second one",
    )
