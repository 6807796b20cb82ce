"""The value of a label or of a selector is not text.

## Why
Labels are text, and YAML reads `1.10` as the number 1.1, `true` and `on` as booleans and `1234` as a number. The API
server cannot decode such a manifest: `json: cannot unmarshal number into Go struct field of type string`. Labels,
the selectors of Services and every `matchLabels` are alike in this.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
    version: 1.10  # error: non-string-label
  ports:
    - port: 80
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
    version: "1.10"
  ports:
    - port: 80
```

## How to fix
Put the value in quotes.

## References
- https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
"""

from collections.abc import Iterator

from kgen.kubernetes.label_maps import label_maps, may_hold_other_than_text
from kgen.lint.fix.fix import Safety, safe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import quote_value
from kgen.wiring.manifest import Manifest


@rule("non-string-label", Severity.ERROR, fix=Safety.SAFE)
def check(manifest: Manifest) -> Iterator[Problem]:
    """Report every number and boolean among labels; null is the empty text for the API server."""
    resource = manifest.resource
    if not may_hold_other_than_text(resource):
        return
    for labels in label_maps(resource):
        for key, node in labels.mapping().items():
            if isinstance(node.value, bool | int | float):
                yield Problem(
                    node,
                    f"label `{key}: {node.raw}` of {resource} is {_type_name(node.value)}, not text",
                    help=f'write `{key}: "{node.raw}"`',
                    resource=resource,
                    label=_type_name(node.value),
                    fix=safe(f'write `{key}: "{node.raw}"`', quote_value(node)),
                )


def _type_name(value: float) -> str:
    return "a boolean" if isinstance(value, bool) else "a number"
