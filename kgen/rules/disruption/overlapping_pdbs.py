"""Two PodDisruptionBudgets protect the same pods.

## Why
The eviction API refuses a pod with more than one budget, whatever they allow: a drain of its node hangs until somebody
deletes a budget.

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
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  selector:
    matchLabels:
      app: web
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web-max  # error: overlapping-pdbs
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
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
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  minAvailable: 1
  selector:
    matchLabels:
      app: web
```

## How to fix
Keep one budget, or narrow the selectors so that no pod meets both.

## References
- https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget
- https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/#how-api-initiated-eviction-works
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.operation_reference import Overlap


@rule("overlapping-pdbs", Severity.WARNING)
def check(overlap: Overlap) -> Iterator[Problem]:
    """Report the latter of two budgets that share pods."""
    first, second = overlap.first.budget, overlap.second.budget
    yield Problem(
        overlap.resource.name_node,
        f"{second} protects the pods of {overlap.pod}, which {first} protects already, so that they cannot be evicted",
        related=(
            Label(first.resource.name_node, f"{first} protects them too"),
            Label(overlap.pod.labels_node, f"pods of {overlap.pod}", on_key=True),
        ),
        help="keep one of them, or narrow a selector",
        resource=overlap.resource,
        label="the second budget for these pods",
    )
