"""A file is a template and is not checked.

## Why
What holds template actions (`{{ }}`, `{% %}`) or stand-ins such as `@NAME@` in places that make it no YAML cannot be
checked before it is filled in. What refers to objects in such a file counts as unverifiable, never as broken. Each
file is reported once; those of a Helm chart are only counted, in the last line.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: {{ name }}  # error: template-skipped
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: "{{ name }}"
```

## How to fix
Nothing is wrong with the file. Put actions in quotes where that still gives what is meant, check what the template
gives (`TEMPLATE-ENGINE ... | kgen lint -`), or leave the file out with `exclude` in `.kgen.yaml`.

## References
- https://helm.sh/docs/chart_template_guide/yaml_techniques/
"""

from collections.abc import Iterator

from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.lint.spot import Spot
from kgen.syntax.span import Span
from kgen.wiring.unread import Unread


@rule("template-skipped", Severity.INFO)
def check(unread: Unread) -> Iterator[Problem]:
    """Report a template that nothing known fills in."""
    if not unread.template or unread.in_chart:
        return
    problem = unread.problem
    span = Span(problem.line, problem.column, problem.line, problem.column + 1)
    yield Problem(
        Spot(unread.document.source, span, unread.document),
        "document is a template and is not checked",
        help="lint what it gives, or leave the file out with `exclude`",
        label="no YAML until this is filled in",
    )
