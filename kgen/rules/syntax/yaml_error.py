"""A document is not YAML.

## Why
kubectl, kustomize, Flux and Argo CD refuse the whole document, and most of them everything that is applied together
with it. kgen reads the other documents of the file, and takes whatever the unread one may hold as unknown.

A document with template actions (`{{ }}`, `{% %}`) or with a stand-in such as `@NAME@` is not reported: see
`template-skipped`.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
   labels:  # error: yaml-error
    app: web
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app: web
```

## How to fix
The place is where the parser gave up; the cause is there or a little above. Most often it is an indentation that does
not match the lines around, a tab, a missing closing quote or bracket, or a value that needs quotes because it holds
`: ` or begins with one of `@`, `` ` ``, `%`, `*`, `&`, `!`, `{`, `[`.

## When to ignore
In files that are broken on purpose, such as test data: `# kgen: ignore-file[yaml-error]`, or `exclude` in `.kgen.yaml`.

## References
- https://yaml.org/spec/1.2.2/
"""

from collections.abc import Iterator

from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.lint.spot import Spot
from kgen.syntax.span import Span
from kgen.wiring.unread import Unread


@rule("yaml-error", Severity.ERROR)
def check(unread: Unread) -> Iterator[Problem]:
    """Report a document that cannot be read, unless it is to be filled in first."""
    if unread.template:
        return
    problem = unread.problem
    span = Span(problem.line, problem.column, problem.line, problem.column + 1)
    yield Problem(
        Spot(unread.document.source, span, unread.document),
        f"document cannot be read: {problem.message}",
        help="compare the indentation with the lines above, and put values with special characters in quotes",
        label="reading stopped here",
    )
