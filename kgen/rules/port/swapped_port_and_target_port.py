"""A Service's port and target port are the wrong way round.

## Why
`port` is where the Service is reached, `targetPort` where the pods listen. Here the pods declare the number in `port`
and not the one in `targetPort`, which nothing else in their template speaks of, and no Service leads to what they
declare: connections are refused.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - containerPort: 8080
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 8080
      targetPort: 80  # error: swapped-port-and-target-port
```

## Good
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - containerPort: 8080
---
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
Exchange the two numbers, or leave `targetPort` out to have the same on both sides. Whoever calls the Service has to
follow where `port` changes.

## Fix safety
The fix writes the Service's port as target port, so that clients keep theirs. It is unsafe: a container may listen on
ports that it does not declare.

## When to ignore
When the container listens on the target port as well: declare it then.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.wiring.outcome import Broken
from kgen.wiring.port_evidence import Swapped
from kgen.wiring.reference import TargetPort


@rule("swapped-port-and-target-port", Severity.WARNING, fix=Safety.UNSAFE)
def check(target: TargetPort) -> Iterator[Problem]:
    """Report a target port that is wrong where the Service's own port would be right."""
    if isinstance(target.outcome, Broken) and isinstance(target.outcome.evidence, Swapped):
        yield _problem(target, target.outcome.evidence)


def _problem(target: TargetPort, evidence: Swapped) -> Problem:
    port, service = target.port, target.service
    return Problem(
        port.target_node,
        f"target port `{port.target}` of {service} is none of its pods' ports, while its port `{port.number}` is one",
        related=(
            Label(port.number_node, "this one the pods declare"),
            *(Label(each.number_node, f"the pods declare `{each}`") for each in evidence.declared),
        ),
        help=f"write `targetPort: {port.number}`, and `port: {port.target}` if that is where it is to be reached",
        resource=service.resource,
        label="no container declares it",
        fix=_fix(target),
    )


def _fix(target: TargetPort) -> Fix | None:
    """The Service's own port stays: it is the one that is called already."""
    number = target.port.number
    if number is None:
        return None
    return unsafe(f"write `targetPort: {number}`", replace_value(target.port.target_node, number))
