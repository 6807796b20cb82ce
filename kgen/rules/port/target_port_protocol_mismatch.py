"""A Service's port leads to a container port of another protocol.

## Why
A target port given by name is looked up by name and protocol: a TCP port of a Service never finds a container's UDP
port, and has no endpoints. A number is sent to the pod as it is, where nobody listens on that protocol if the
declaration is right. Both default to TCP, so a `protocol: UDP` forgotten on one side is enough.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: dns
spec:
  selector:
    matchLabels:
      app: dns
  template:
    metadata:
      labels:
        app: dns
    spec:
      containers:
        - name: dns
          image: coredns/coredns:1.12.0
          ports:
            - name: dns
              containerPort: 53
              protocol: UDP
---
apiVersion: v1
kind: Service
metadata:
  name: dns
spec:
  selector:
    app: dns
  ports:
    - port: 53
      targetPort: dns  # error: target-port-protocol-mismatch
```

## Good
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: dns
spec:
  selector:
    matchLabels:
      app: dns
  template:
    metadata:
      labels:
        app: dns
    spec:
      containers:
        - name: dns
          image: coredns/coredns:1.12.0
          ports:
            - name: dns
              containerPort: 53
              protocol: UDP
---
apiVersion: v1
kind: Service
metadata:
  name: dns
spec:
  selector:
    app: dns
  ports:
    - port: 53
      protocol: UDP
      targetPort: dns
```

## How to fix
Give the Service port the protocol that the container listens on, or declare the container port with the right one.

## Fix safety
Where one side leaves the protocol out, the fix writes that of the other. It is unsafe: the side that names one may be
wrong. Where both name one there is no fix.

## References
- https://kubernetes.io/docs/reference/networking/service-protocols/
- https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import insert_before
from kgen.wiring.outcome import Broken
from kgen.wiring.port_evidence import OtherProtocol
from kgen.wiring.reference import TargetPort


@rule("target-port-protocol-mismatch", Severity.ERROR, fix=Safety.UNSAFE)
def check(target: TargetPort) -> Iterator[Problem]:
    """Report a target that every selected pod has with another protocol only."""
    if isinstance(target.outcome, Broken) and isinstance(target.outcome.evidence, OtherProtocol):
        yield _problem(target, target.outcome.evidence)


def _problem(target: TargetPort, evidence: OtherProtocol) -> Problem:
    port, declared = target.port, evidence.ports[0].protocol
    return Problem(
        port.protocol_node or port.target_node,
        f"target port `{port.target}` of {target.service} is {port.protocol}, its container port {declared}",
        related=tuple(Label(each.protocol_node, f"here it is {each.protocol}") for each in evidence.ports),
        help=f"write `protocol: {declared}` in the Service, or `protocol: {port.protocol}` in the container",
        resource=target.service.resource,
        label=f"{port.protocol}" if port.protocol_node else f"{port.protocol}, as no protocol is given",
        fix=_fix(target, evidence),
    )


def _fix(target: TargetPort, evidence: OtherProtocol) -> Fix | None:
    """The side that says nothing follows the one that does; where both say something, either may be wrong."""
    port, silent = target.port, [each for each in evidence.ports if each.protocol_node is each.node]
    if port.protocol_node is None and not silent:
        declared = evidence.ports[0].protocol
        place = port.node.get("targetPort") or port.number_node
        return unsafe(f"write `protocol: {declared}`", insert_before(place, "protocol", declared))
    if port.protocol_node is not None and len(silent) == len(evidence.ports):
        edits = [insert_before(each.number_node, "protocol", port.protocol) for each in silent]
        return unsafe(f"write `protocol: {port.protocol}` in the container", *edits)
    return None
