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
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.placeholder import is_name_to_fill_in


@rule("invalid-protocol", Severity.ERROR)
def check(entry: PortEntry) -> Iterator[Problem]:
    """Report a protocol that Kubernetes does not know, in patches too."""
    node = entry.protocol
    text = None if node is None else node.string()
    if node is not None and text and text not in PROTOCOLS and not is_name_to_fill_in(text):
        yield Problem(
            node,
            f"protocol `{text}` of a port of {entry.resource} is none of {', '.join(PROTOCOLS)}",
            help=_way_out(text),
            resource=entry.resource,
            label="not a protocol",
        )


def _way_out(text: str) -> str:
    if text.strip().upper() in PROTOCOLS:
        return f"write `protocol: {text.strip().upper()}`"
    return "write the transport, mostly TCP; what is spoken over it goes into a Service's `appProtocol`"
