"""The protocol of a port is none of TCP, UDP and SCTP.

## Why
`protocol` is the transport, and the API server compares it letter by letter: `tcp` is refused like `HTTP`. What is
spoken over the transport is told by the `appProtocol` of a Service's port.

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
      protocol: tcp  # error: invalid-protocol
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
      protocol: TCP
      appProtocol: http
```

## How to fix
Write `TCP`, `UDP` or `SCTP` in capitals, or leave the field out for TCP.

## References
- https://kubernetes.io/docs/reference/networking/service-protocols/
"""

from collections.abc import Iterator

from kgen.kubernetes.port_entry import PROTOCOLS, PortEntry
from kgen.lint.fix.fix import Safety, safe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.wiring.placeholder import is_name_to_fill_in

_OTHERWISE = "write the transport, mostly TCP; what is spoken over it goes into a Service's `appProtocol`"


@rule("invalid-protocol", Severity.ERROR, fix=Safety.SAFE)
def check(entry: PortEntry) -> Iterator[Problem]:
    """Report a protocol that Kubernetes does not know, in patches too."""
    node = entry.protocol
    text = None if node is None else node.string()
    if node is not None and text and text not in PROTOCOLS and not is_name_to_fill_in(text):
        meant = text.strip().upper()
        is_known = meant in PROTOCOLS
        yield Problem(
            node,
            f"protocol `{text}` of a port of {entry.resource} is none of {', '.join(PROTOCOLS)}",
            help=f"write `protocol: {meant}`" if is_known else _OTHERWISE,
            resource=entry.resource,
            label="not a protocol",
            fix=safe(f"write `protocol: {meant}`", replace_value(node, meant)) if is_known else None,
        )
