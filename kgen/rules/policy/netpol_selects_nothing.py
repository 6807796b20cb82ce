"""A NetworkPolicy names pods that are not there, and the repository shows which were meant.

## Why
A policy whose selector matches no pods isolates nothing. A peer that matches none lets nobody in: under a default deny
the real client is locked out. This rule reports selectors that are one slip away from a pod template, that are met by a
workload's own labels and not by those of its pods, or that are met in another namespace only.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: carts
spec:
  selector:
    matchLabels:
      name: carts
  template:
    metadata:
      labels:
        name: carts
    spec:
      containers:
        - name: carts
          image: example.com/carts:1.4
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      name: cart  # error: netpol-selects-nothing
```

## Good
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: carts
spec:
  selector:
    matchLabels:
      name: carts
  template:
    metadata:
      labels:
        name: carts
    spec:
      containers:
        - name: carts
          image: example.com/carts:1.4
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      name: carts
```

## How to fix
Write the labels of the pod template. A peer in another namespace needs a `namespaceSelector` beside its `podSelector`.

## Fix safety
The fix writes the one label that a pod template just misses. It is unsafe: the policy then cuts off what it does not
permit. For other evidence there is none.

## When to ignore
When the labels are put on pods by something that the repository does not show.

## References
- https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.rules.missed_pods import missed_pods
from kgen.wiring.operation_reference import PolicySelection
from kgen.wiring.outcome import Broken


@rule("netpol-selects-nothing", Severity.WARNING, fix=Safety.UNSAFE)
def check(selection: PolicySelection) -> Iterator[Problem]:
    """Report a selector that is proven to miss its pods."""
    if isinstance(selection.outcome, Broken):
        yield from missed_pods(selection, selection.outcome.evidence)
