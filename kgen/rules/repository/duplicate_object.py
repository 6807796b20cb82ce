"""A file holds the same object twice.

## Why
Kind, namespace and name say which object is meant, so the two are versions of one: `kubectl apply` leaves what the
later one says, `kubectl create` refuses it, and kustomize refuses the file. Mostly a copy was to get a new name.

## Bad
```yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  color: blue
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web  # error: duplicate-object
data:
  size: small
```

## Good
```yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-color
data:
  color: blue
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: web-size
data:
  size: small
```

## How to fix
Give one of them its own name or namespace, make one object of the two, or take one out.

## When to ignore
When the file is a collection of examples, and nobody applies it as a whole.

## References
- https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.collision import DuplicateObject


@rule("duplicate-object", Severity.ERROR)
def check(duplicate: DuplicateObject) -> Iterator[Problem]:
    """Report the later of two; files side by side may be variants to choose from."""
    first, second = duplicate.first, duplicate.resource
    where = "" if second.namespace is None else f" in namespace `{second.namespace}`"
    yield Problem(
        second.name_node,
        f"{second}{where} stands in this file twice",
        related=(Label(first.name_node, "the first one"),),
        help="give one of them another name, or make one object of the two",
        resource=second,
        label="the second one",
    )
