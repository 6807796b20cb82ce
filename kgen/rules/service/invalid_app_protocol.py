"""The appProtocol of a port is none that can be written, or none of Kubernetes' own.

## Why
An `appProtocol` is a name of IANA's, such as `http`, or a name with a prefix: `kubernetes.io/h2c`, `example.com/mine`.
The API server refuses other forms. It takes any name after `kubernetes.io/`, though only `h2c`, `ws` and `wss` mean
something there, so a proxy goes on as if nothing were said.

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
      appProtocol: kubernetes.io/http2  # error: invalid-app-protocol
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
      appProtocol: kubernetes.io/h2c
```

## How to fix
Write the protocol's name in the IANA registry, one of Kubernetes' own, or one with the prefix of the proxy that reads
it.

## Fix safety
The fix writes the known protocol that is meant. It is unsafe: proxies start to speak it.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
- https://www.iana.org/assignments/service-names
"""

from collections.abc import Iterator

from kgen.kubernetes.names import label_key
from kgen.kubernetes.service import Service
from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.syntax.node import Node
from kgen.wiring.placeholder import is_placeholder

_PREFIX = "kubernetes.io/"
_STANDARD = ("kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss")

_HTTP2 = ("kubernetes.io/http2", "kubernetes.io/http/2")  # what proxies speak as h2c


@rule("invalid-app-protocol", Severity.ERROR, fix=Safety.UNSAFE)
def check(service: Service) -> Iterator[Problem]:
    """Report names that are refused, and unknown ones under Kubernetes' own prefix; in patches too."""
    for port in service.ports:
        node = port.app_protocol
        text = None if node is None else node.string()
        if node is None or text is None or is_placeholder(text):
            continue
        if label_key(text):
            yield _problem(service, node, "is neither a name nor `prefix/name`", Severity.ERROR)
        elif text.startswith(_PREFIX) and text not in _STANDARD:
            yield _problem(service, node, f"is none of {', '.join(_STANDARD)}", Severity.WARNING)


def _problem(service: Service, node: Node, fault: str, severity: Severity) -> Problem:
    return Problem(
        node,
        f"appProtocol `{node.value}` of {service} {fault}",
        help=f"write an IANA name such as `http`, or one of {', '.join(_STANDARD)}",
        resource=service.resource,
        label="not an application protocol",
        severity=severity,
        fix=_fix(node),
    )


def _fix(node: Node) -> Fix | None:
    text = str(node.value).strip().lower()
    meant = _STANDARD[0] if text in _HTTP2 else text
    return unsafe(f"write `{node.key}: {meant}`", replace_value(node, meant)) if meant in _STANDARD else None
