"""A Service has several ports, and not all of them have a name.

## Why
Where there is more than one port each needs a name, by which endpoints, Ingresses and monitors refer to it. The API
server refuses the Service otherwise: `spec.ports[0].name: Required value`.

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
    - port: 80  # error: unnamed-multi-port
    - name: metrics
      port: 9090
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
Name each port after what it serves, such as `http`, `grpc` or `metrics`.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services
"""

from collections.abc import Iterator

from kgen.kubernetes.port_names import suggested_name
from kgen.lint.fix.fix import Safety, safe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import insert_first
from kgen.wiring.service_manifest import ServiceManifest


@rule("unnamed-multi-port", Severity.ERROR, fix=Safety.SAFE)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report every port without a name in a whole Service with several."""
    service = manifest.service
    if not manifest.is_complete or len(service.ports) < 2:
        return
    taken = {port.name for port in service.ports}
    for port in service.ports:
        if port.name_node is None and port.number is not None:
            name = suggested_name(port, taken)
            taken.add(name)
            yield Problem(
                port.number_node,
                f"port `{port}` of {service} has no name, which one of several needs",
                help=f"add `name: {name}`, or another that says what it serves",
                resource=service.resource,
                label="no name",
                fix=safe(f"add `name: {name}`", insert_first(port.node, "name", name)),
            )
