"""A key stands twice in a mapping.

## Why
YAML forbids it, and readers do not agree on what to do: kustomize, and so Flux, refuses the file; kubectl keeps the
later value and silently drops the earlier one. A selector, a list of ports or resource limits are lost in this way.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app: web
  labels:  # error: duplicate-key
    tier: front
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app: web
    tier: front
```

## How to fix
Merge the two values, or delete the one that is not meant.

## References
- https://yaml.org/spec/1.2.2/#3213-node-comparison
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.document import Document


@rule("duplicate-key", Severity.ERROR)
def check(document: Document) -> Iterator[Problem]:
    """Report each key that its mapping already has, with the place where it stands first."""
    for first, again in document.duplicates:
        yield Problem(
            again,
            f"key `{again.value}` stands here a second time, and the value of the first is lost",
            (Label(first, "first here"),),
            help="merge the two values, or delete the one that is not meant",
            label="second time",
        )
