"""A comment or annotation that should turn off a rule turns off nothing.

## Why
What it turned off may have been mended since: then it only hides the next finding of its kind. Or it never worked: the
rule's name is misspelt, no rule is named, it stands above the wrong line, or it is no comment but a line in the text of
a block scalar (`|`, `>`).

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector: {}
  ports:
    - port: 80
      nodePort: 30080  # kgen: ignore[nodeport-out-of-range]  # error: unused-suppression
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector: {}
  ports:
    - port: 80
      nodePort: 29080  # kgen: ignore[nodeport-out-of-range] the edge cluster has 20000-32767
```

## How to fix
Delete it, or write what works: `# kgen: ignore[rule-a, rule-b] reason` behind a value or alone on the line above a key
or list item, of which it covers all lines; `# kgen: ignore-file[rule] reason` anywhere in a file; the annotation
`kgen.dev/ignore: rule-a,rule-b` for a whole object. Groups of rules and `ALL` cannot be named.

## References
- `kgen lint --no-ignores` shows what comments and annotations turn off.
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Safety
from kgen.lint.fix.suppressions import fix_of_idle
from kgen.lint.ignore import IdleIgnore, Idleness
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity


@rule("unused-suppression", Severity.INFO, fix=Safety.SAFE)
def check(idle: IdleIgnore) -> Iterator[Problem]:
    """Report everything that reads as if it turned off a rule, and does not."""
    message, help_text = _words(idle)
    yield Problem(idle.spot, message, help=help_text, fix=fix_of_idle(idle))


def _words(idle: IdleIgnore) -> tuple[str, str]:
    match idle.why:
        case Idleness.UNUSED:
            return f"`{idle.word}` reports nothing here that this could turn off", "delete it"
        case Idleness.UNKNOWN_RULE:
            way_out = f"; did you mean `{idle.near}`?" if idle.near else ""
            return f"no rule is called `{idle.word}`{way_out}", "`kgen rule` lists the rules"
        case Idleness.NO_FORM:
            return f"`{idle.word}` names no rule to turn off", "write `# kgen: ignore[RULE] reason`"
        case Idleness.TEXT:
            return "this is text of a block scalar, not a comment, and turns off nothing", "move it out of the text"
