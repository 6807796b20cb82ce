"""A Service's target port is a number that its pods do not declare.

## Why
Traffic goes to the number whether or not a container declares it, so an undeclared one alone is no mistake. It is one
when all ports that the pods declare stay unused: no Service leads to them, and this one leads where nothing in the pod
template speaks of a listener. One of several ports of a Service is reported when the others lead to declared ports, and
this one is one digit away from a declared port that no Service leads to.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: express
spec:
  selector:
    matchLabels:
      app: express
  template:
    metadata:
      labels:
        app: express
    spec:
      containers:
        - name: express
          image: example.com/express:1.4
          ports:
            - name: http
              containerPort: 8081
---
apiVersion: v1
kind: Service
metadata:
  name: express
spec:
  selector:
    app: express
  ports:
    - port: 80
      targetPort: 8080  # error: target-port-number-unmatched
```

## Good
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: express
spec:
  selector:
    matchLabels:
      app: express
  template:
    metadata:
      labels:
        app: express
    spec:
      containers:
        - name: express
          image: example.com/express:1.4
          ports:
            - name: http
              containerPort: 8081
---
apiVersion: v1
kind: Service
metadata:
  name: express
spec:
  selector:
    app: express
  ports:
    - port: 80
      targetPort: http
```

## How to fix
Write the number that the container listens on, or better the name of its port, which cannot go out of step. If the
container does listen on this number, declare it.

## Fix safety
The fix writes the number that is near, or the only one that the pods declare. It is unsafe: a container may listen on
ports that it does not declare.

## Options
`strict: true` reports every number that pods with declared ports do not declare.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
- https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
"""

from collections.abc import Iterator

from kgen.config.model import Config
from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.edit import Edit
from kgen.syntax.edit.entries import insert_before
from kgen.syntax.edit.values import replace_value
from kgen.wiring.outcome import Broken
from kgen.wiring.port_evidence import NumberUnmatched
from kgen.wiring.reference import TargetPort

NAME = "target-port-number-unmatched"


@rule(NAME, Severity.WARNING, fix=Safety.UNSAFE)
def check(target: TargetPort, config: Config) -> Iterator[Problem]:
    """Report a number that is proven wrong; with `strict` every one that is not declared."""
    if isinstance(target.outcome, Broken):
        if isinstance(target.outcome.evidence, NumberUnmatched):
            yield _problem(target, target.outcome.evidence.pods, target.outcome.evidence.closest)
    elif target.undeclared_in and config.rule_option(NAME, "strict", default=False):
        yield _problem(target, target.undeclared_in, None)


def _problem(target: TargetPort, pods: tuple[PodTemplate, ...], closest: ContainerPort | None) -> Problem:
    number, pod = target.port.target, pods[0]
    advice = f"write the port that {pod} listens on, or declare `containerPort: {number}`"
    declared = " and ".join(f"`{port}`" for port in pod.ports)
    return Problem(
        target.port.target_node,
        f"target port `{number}` of {target.service} is not declared by {pod}, which has {declared}",
        related=tuple(Label(port.number_node, f"{each} declares `{port}`") for each in pods for port in each.ports),
        help=advice if closest is None else f"did you mean `{closest.number}`?",
        resource=target.service.resource,
        label="no container declares it",
        fix=_fix(target, pods, closest),
    )


def _fix(target: TargetPort, pods: tuple[PodTemplate, ...], closest: ContainerPort | None) -> Fix | None:
    """The number that is near, else the only one that there is."""
    declared = {port.number for pod in pods for port in pod.ports if port.protocol == target.port.protocol}
    number = closest.number if closest is not None else declared.pop() if len(declared) == 1 else None
    if number is None:
        return None
    return unsafe(f"write `targetPort: {number}`", _written(target, number))


def _written(target: TargetPort, number: int) -> Edit | None:
    """The target port; beside the Service's own port where it is left out, which stays the one to be called."""
    node = target.port.node.get("targetPort")
    if node is not None and node.value:
        return replace_value(node, number)
    return insert_before(target.port.number_node, "targetPort", number)
