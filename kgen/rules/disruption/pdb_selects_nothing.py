"""A PodDisruptionBudget protects no pods, and the repository shows which it was meant for.

## Why
A budget without pods protects nothing: a drain evicts all replicas at once, and no event tells. This rule reports a
selector that is one slip away from a pod template, that a workload named like the budget does not meet, that is met by
a workload's own labels and not by those of its pods, that is met in another namespace only, and a missing selector.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web-api
  template:
    metadata:
      labels:
        app: web-api
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
      app: webapi  # error: pdb-selects-nothing
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
      app: web-api
  template:
    metadata:
      labels:
        app: web-api
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
      app: web-api
```

## How to fix
Give the budget the labels of the pod template, `spec.template.metadata.labels` of the workload. `selector: {}` protects
every pod of the namespace in policy/v1.

## Fix safety
The fix writes the one label that a pod template just misses. It is unsafe: the pods can no longer be evicted at will.
For other evidence there is none.

## When to ignore
When the labels are put on pods by something that the repository does not show.

## References
- https://kubernetes.io/docs/tasks/run-application/configure-pdb/
- https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/pod-disruption-budget-v1/
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.rules.missed_pods import missed_pods
from kgen.wiring.operation_reference import Protection
from kgen.wiring.outcome import Broken
from kgen.wiring.policy_evidence import EmptySelectsNone, NilSelectsNone


@rule("pdb-selects-nothing", Severity.ERROR, fix=Safety.UNSAFE)
def check(protection: Protection) -> Iterator[Problem]:
    """Report a selector that is proven to miss its pods."""
    if not isinstance(protection.outcome, Broken):
        return
    match protection.outcome.evidence:
        case NilSelectsNone():
            yield _selects_none(protection, "has no selector, and so protects no pods")
        case EmptySelectsNone():
            yield _selects_none(protection, "has the selector `{}`, which matches no pods in policy/v1beta1")
        case evidence:
            yield from missed_pods(protection, evidence)


def _selects_none(protection: Protection, what: str) -> Problem:
    return Problem(
        protection.place,
        f"{protection.budget} {what}",
        help="select the labels of the pods, in policy/v1 `selector: {}` for all of the namespace",
        resource=protection.resource,
    )
