"""A Service leads to a port by its number.

## Why
A `targetPort` that is a name follows the container when its port changes, tells the reader what is served, and can be
checked against the pods, where a number that no container declares proves nothing. This is a matter of taste: numbers
work as well.

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
    - port: 80
      targetPort: 8080  # error: prefer-named-target-port
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
      targetPort: http
```

## How to fix
Give the container's port a name of up to 15 characters and write that as `targetPort`.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
"""

from collections.abc import Iterator

from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.service_manifest import ServiceManifest


@rule("prefer-named-target-port", Severity.WARNING, on_by_default=False)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report each port of a Service with pods whose target is a number, written or taken from its port."""
    service = manifest.service
    if not manifest.is_complete or not service.selects_pods:
        return
    for port in service.ports:
        if isinstance(port.target, int):
            yield Problem(
                port.target_node,
                f"{service} leads to port `{port.target}` by its number",
                help="name the container's port, and write the name as targetPort",
                resource=service.resource,
                label="a number",
            )
