"""The number of a port stands in quotes.

## Why
In quotes it is text. `port`, `nodePort`, `containerPort` and `hostPort` take numbers only, so the manifest cannot be
decoded. `targetPort` takes text as well, but as the name of a container port, and a name without a letter is refused.

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
      targetPort: "8080"  # error: quoted-port-number
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
```

## How to fix
Take the quotes away.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
- https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
"""

from collections.abc import Iterator

from kgen.kubernetes.port_entry import PortEntry
from kgen.lint.fix.fix import Safety, safe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value


@rule("quoted-port-number", Severity.ERROR, fix=Safety.SAFE)
def check(entry: PortEntry) -> Iterator[Problem]:
    """Report every text that consists of digits where a number is meant, in patches too."""
    for node in entry.numbers:
        text = node.string()
        if text is not None and text.isascii() and text.isdigit():
            yield Problem(
                node,
                f"{node.key} `{node.raw}` of {entry.resource} is text, not a number",
                help=f"write `{node.key}: {text}`",
                resource=entry.resource,
                label="text",
                fix=safe(f"write `{node.key}: {int(text)}`", replace_value(node, int(text))),
            )
