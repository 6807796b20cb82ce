"""A Service selects a pod by a name that its StatefulSet does not give.

## Why
The pods of a StatefulSet are numbered from 0, or from `ordinals.start`, and the highest number is one less than there
are replicas. A Service for a number beyond has no endpoints. This rule reports the number after the last one: somebody
has counted from 1.

## Bad
```yaml
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  replicas: 2
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.4
---
apiVersion: v1
kind: Service
metadata:
  name: db-last
spec:
  selector:
    statefulset.kubernetes.io/pod-name: db-2  # error: missing-statefulset-ordinal
  ports:
    - port: 5432
```

## Good
```yaml
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  replicas: 2
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.4
---
apiVersion: v1
kind: Service
metadata:
  name: db-last
spec:
  selector:
    statefulset.kubernetes.io/pod-name: db-1
  ports:
    - port: 5432
```

## How to fix
Write the name of a pod that exists, or raise `replicas`.

## When to ignore
When something outside of the repository changes the number of replicas.

## References
- https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#ordinal-index
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.selector_fault import MissingOrdinal


@rule("missing-statefulset-ordinal", Severity.ERROR)
def check(missing: MissingOrdinal) -> Iterator[Problem]:
    """Report a number that none of the set's pods has."""
    pod, numbers, wanted = missing.pod, missing.ordinals, missing.requirement.values[0]
    name = pod.resource.name
    has = f"`{name}-{numbers[0]}` to `{name}-{numbers[-1]}`" if len(numbers) > 1 else f"`{name}-{numbers.start}`"
    yield Problem(
        missing.requirement.node,
        f"{missing.service} selects pod `{wanted}`, while {pod} has {has if numbers else 'no pods'}",
        related=(Label(pod.resource.name_node, f"{len(numbers)} replicas"),),
        help="select one that exists, or raise `replicas`",
        resource=missing.resource,
        label="no such pod",
    )
