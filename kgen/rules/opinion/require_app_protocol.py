"""A port of a Service does not say what is spoken on it.

## Why
Gateways and service meshes treat a port by its `appProtocol`: without it they guess from the port's name or take it for
plain TCP, and gRPC or WebSocket connections break in ways that are hard to find.

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
    - port: 80  # error: require-app-protocol
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
    - port: 80
      appProtocol: http
```

## How to fix
Add `appProtocol` with a name of the IANA registry, or `kubernetes.io/h2c`, `kubernetes.io/ws`, `kubernetes.io/wss`.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
"""

from collections.abc import Iterator

from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.service_manifest import ServiceManifest


@rule("require-app-protocol", Severity.WARNING, on_by_default=False)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report every port of a whole Service without one."""
    if not manifest.is_complete:
        return
    service = manifest.service
    for port in service.ports:
        if port.app_protocol is None and port.number is not None:
            yield Problem(
                port.number_node,
                f"port `{port}` of {service} has no appProtocol",
                help="add what is spoken on it, such as `appProtocol: http`",
                resource=service.resource,
                label="no appProtocol",
            )
