"""Two Services differ in their names only.

## Why
Both lead to the same ports of the same pods. Mostly one was copied and not adapted, or a rename was not finished; what
calls the one and what calls the other go on to drift apart. This rule is off unless it is selected, as an old name that
is kept for those who use it looks the same.

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
      targetPort: 8080
---
apiVersion: v1
kind: Service
metadata:
  name: web-old  # error: identical-service
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
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
      targetPort: 8080
---
apiVersion: v1
kind: Service
metadata:
  name: web-headless
spec:
  clusterIP: None
  selector:
    app: web
  ports:
    - port: 8080
```

## How to fix
Take out the one that nobody uses, or give it the selector and the ports that it is meant to have.

## When to ignore
When two names are wanted, for instance during a rename or for two releases that take turns.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.collision import IdenticalServices


@rule("identical-service", Severity.WARNING, on_by_default=False)
def check(pair: IdenticalServices) -> Iterator[Problem]:
    """Report the latter of two."""
    yield Problem(
        pair.resource.name_node,
        f"{pair.second} has the same spec as {pair.first}",
        related=(Label(pair.first.resource.name_node, f"{pair.first} has it too"),),
        help="take out the one that nobody uses, or give it a selector and ports of its own",
        resource=pair.resource,
        label="the second one",
    )
