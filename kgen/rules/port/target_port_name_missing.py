"""A Service's target port names a port that none of its pods has.

## Why
The control plane looks the name up in each selected pod. A pod without it is left out of the endpoints for that port,
so a name that no pod has leaves the port without endpoints; nothing refuses the manifest.

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
          image: nginx:1.27
          ports:
            - name: http
              containerPort: 80
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
      targetPort: htpp  # error: target-port-name-missing
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
          image: nginx:1.27
          ports:
            - name: http
              containerPort: 80
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
      targetPort: http
```

## How to fix
Write a name that a container port has, or give a container port this name. It is the name of the container port that
counts, not that of the Service port.

## Fix safety
The fix writes the closest name, or the only port that the pods have. It is unsafe: another port may be meant.

## When to ignore
When something adds a container with such a port to the pods as they are created.

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
from kgen.wiring.port_evidence import NameMissing
from kgen.wiring.reference import TargetPort


@rule("target-port-name-missing", Severity.ERROR, fix=Safety.UNSAFE)
def check(target: TargetPort) -> Iterator[Problem]:
    """Report a name that every selected pod lacks."""
    if isinstance(target.outcome, Broken) and isinstance(target.outcome.evidence, NameMissing):
        yield _problem(target, target.outcome.evidence)


def _problem(target: TargetPort, evidence: NameMissing) -> Problem:
    name, closest = target.port.target, evidence.closest
    pods = " and ".join(str(pod) for pod in evidence.pods[:2])
    more = f" and {len(evidence.pods) - 2} more" if len(evidence.pods) > 2 else ""
    places = [Label(pod.node, f"{pod} has no port `{name}`", on_key=True) for pod in evidence.pods]
    if closest is not None:
        places = [Label(closest.name_node, f"port `{closest.name}` is here")]
    return Problem(
        target.port.target_node,
        f"target port `{name}` of {target.service} is no port of {pods}{more}",
        related=tuple(places),
        help=f"did you mean `{closest.name}`?" if closest is not None else f"name a container port `{name}`",
        resource=target.service.resource,
        label="no container port has this name",
        fix=_fix(target, evidence),
    )


def _fix(target: TargetPort, evidence: NameMissing) -> Fix | None:
    """The closest name, else the only port that there is."""
    node = target.port.target_node
    if evidence.closest is not None:
        name = evidence.closest.name
        return unsafe(f"write `targetPort: {name}`", replace_value(node, name))
    ports = {(port.number, port.protocol) for pod in evidence.pods for port in pod.ports}
    ((number, protocol),) = ports if len(ports) == 1 else {(None, "")}
    if number is None or protocol != target.port.protocol:
        return None
    return unsafe(f"write `targetPort: {number}`", replace_value(node, number))
