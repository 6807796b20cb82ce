"""A Service selects its pods by one label only.

## Why
One label is easily shared: a job, a migration or a second version with `app: web` gets traffic as soon as it is ready.
With a second label, such as `app.kubernetes.io/component`, a Service has to be asked for on purpose.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web  # error: single-label-selector
  ports:
    - port: 80
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app.kubernetes.io/name: web
    app.kubernetes.io/component: server
  ports:
    - port: 80
```

## How to fix
Give the pods a second label and select it too. A workload's own selector cannot be changed, but its pod template can be
given more labels.

## References
- https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
"""

from collections.abc import Iterator

from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.service_manifest import ServiceManifest


@rule("single-label-selector", Severity.WARNING, on_by_default=False)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report the only requirement of a whole Service's selector."""
    service = manifest.service
    if not manifest.is_complete or service.selector is None or not service.selects_pods:
        return
    if len(service.selector.requirements) == 1:
        yield Problem(
            service.selector.requirements[0].node,
            f"selector `{service.selector}` of {service} is one label only",
            help="select a second label, such as `app.kubernetes.io/component`",
            resource=service.resource,
            label="the only label",
        )
