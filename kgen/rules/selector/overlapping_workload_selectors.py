"""The selector of a workload matches the pods of another one.

## Why
Labels are how a workload finds its pods again. Where two share them, their controllers may take over each other's
pods, and whatever reads the selector, such as an autoscaler or `kubectl logs`, sees the pods of both. The API server
does not prevent it, and a selector cannot be changed later.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  selector:
    matchLabels:
      app: shop  # error: overlapping-workload-selectors
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
        - name: worker
          image: example.com/worker:1.4
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
      app: shop
      tier: web
  template:
    metadata:
      labels:
        app: shop
        tier: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  selector:
    matchLabels:
      app: shop
      tier: worker
  template:
    metadata:
      labels:
        app: shop
        tier: worker
    spec:
      containers:
        - name: worker
          image: example.com/worker:1.4
```

## How to fix
Add a label to selector and template of each workload that the other does not have. Those that exist have to be deleted
and created anew.

## References
- https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector
- https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-selector
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.selector_fault import SelectorOverlap


@rule("overlapping-workload-selectors", Severity.WARNING)
def check(overlap: SelectorOverlap) -> Iterator[Problem]:
    """Report one of the two selectors."""
    selector, other = overlap.selection.selector, overlap.other
    if selector is not None:
        yield Problem(
            selector.requirements[0].node,
            f"selector `{selector}` of {overlap.selection.pod} matches the pods of {other} as well",
            related=(Label(other.labels_node, f"pods of {other}", on_key=bool(other.labels)),),
            help=f"add a label to selector and template that the pods of {other} do not have",
            resource=overlap.resource,
            label="not its own pods only",
        )
