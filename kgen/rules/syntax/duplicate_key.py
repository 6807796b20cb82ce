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

## Fix safety
To delete a repetition is safe, as the value that counts stays. To make two mappings one, which have other keys and
stand one below the other, is unsafe: what was lost comes into force. Where both say something about the same there is
no fix.

## References
- https://yaml.org/spec/1.2.2/#3213-node-comparison
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Fix, Safety, safe, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.document import Document
from kgen.syntax.edit.duplicates import joined, without_repetition
from kgen.syntax.node import KeyNode


@rule("duplicate-key", Severity.ERROR, fix=Safety.UNSAFE)
def check(document: Document) -> Iterator[Problem]:
    """Report each key that its mapping already has, with the place where it stands first."""
    for first, again in document.duplicates:
        yield Problem(
            again,
            f"key `{again.value}` stands here a second time, and the value of the first is lost",
            (Label(first, "first here"),),
            help="merge the two values, or delete the one that is not meant",
            label="second time",
            fix=_fix(first, again),
        )


def _fix(first: KeyNode, again: KeyNode) -> Fix | None:
    """What says nothing new can go; two mappings one below the other become one."""
    return safe("delete what says nothing new", without_repetition(first, again)) or unsafe(
        "merge the two", joined(first, again)
    )
