"""A port of a Service has no name.

## Why
The only port of a Service needs none. But an Ingress or a ServiceMonitor can refer to it by its number only until it
has one, and a second port makes a name compulsory: naming it from the start saves changing all that refers to it.

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
    - port: 80  # error: require-port-names
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
```

## How to fix
Name the port after what it serves, such as `http`, `grpc` or `metrics`.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services
"""

from collections.abc import Iterator

from kgen.kubernetes.port_names import suggested_name
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.service_manifest import ServiceManifest


@rule("require-port-names", Severity.WARNING, on_by_default=False)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report the only port of a whole Service when it is unnamed; that several need names is another rule's."""
    service = manifest.service
    if not manifest.is_complete or len(service.ports) != 1:
        return
    (port,) = service.ports
    if port.name_node is None and port.number is not None:
        yield Problem(
            port.number_node,
            f"port `{port}` of {service} has no name",
            help=f"add `name: {suggested_name(port, ())}`, or another that says what it serves",
            resource=service.resource,
            label="no name",
        )
