"""A Service has no selector, and nothing gives it endpoints.

## Why
Without a selector the control plane keeps no endpoints for a Service: somebody else has to, or it leads nowhere. This
rule reports one that is named after a workload beside it, when there are neither Endpoints nor EndpointSlices for it,
no annotation speaks to a controller, and no Role lets a program write them.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
---
apiVersion: v1
kind: Service
metadata:
  name: web  # error: no-selector-no-endpoints
spec:
  ports:
    - port: 80
```

## Good
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
```

## How to fix
Give the Service a selector with the labels of the pod template, or write an EndpointSlice for it.

## When to ignore
When a program keeps the endpoints, as those do that elect a leader.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.selector_fault import SelectorLeftOut


@rule("no-selector-no-endpoints", Severity.WARNING)
def check(fault: SelectorLeftOut) -> Iterator[Problem]:
    """Report a Service that its workload shows to need a selector."""
    pod = fault.pod
    labels = ", ".join(f"{key}: {value}" for key, value in pod.labels.items())
    yield Problem(
        fault.resource.name_node,
        f"{fault.service} has no selector, and nothing gives it endpoints",
        related=(Label(pod.labels_node, f"pods of {pod} have these", on_key=True),),
        help=f"select `{labels}`",
        resource=fault.resource,
        label="without selector",
    )
