"""Two autoscalers scale the same workload.

## Why
Each sets the number of replicas by its own metrics and undoes what the other did, so the workload flaps; a ScaledObject
makes a HorizontalPodAutoscaler itself. Two VerticalPodAutoscalers for the same pods have undefined behaviour.

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
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web-cpu
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 5
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web-requests  # error: duplicate-autoscaler
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 5
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
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web-cpu
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  maxReplicas: 5
```

## How to fix
Keep one autoscaler and give it all the metrics: it follows the one that asks for most replicas.

## References
- https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#scaling-on-multiple-metrics
- https://keda.sh/docs/latest/concepts/scaling-deployments/
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.operation_reference import Rivalry


@rule("duplicate-autoscaler", Severity.WARNING)
def check(rivalry: Rivalry) -> Iterator[Problem]:
    """Report the latter of two autoscalers that act on one workload."""
    first, second = rivalry.first.autoscaler, rivalry.second.autoscaler
    yield Problem(
        rivalry.resource.name_node,
        f"{second} scales `{second.kind}/{second.name}`, which {first} scales already",
        related=(Label(first.resource.name_node, f"{first} scales the same workload"),),
        help="keep one of them, with the metrics of both",
        resource=rivalry.resource,
        label="the second for this workload",
    )
