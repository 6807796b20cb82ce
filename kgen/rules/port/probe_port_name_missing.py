"""A probe or hook names a port that its container does not have.

## Why
The kubelet looks the name up in the container that is probed, not in the others of the pod. Without such a port every
probe fails: a pod that is never ready gets no traffic, and one that is not alive is started over and over. A number
needs no declaration.

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
            - name: http
              containerPort: 8080
          readinessProbe:
            httpGet:
              path: /healthz
              port: web  # error: probe-port-name-missing
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
            - name: http
              containerPort: 8080
          readinessProbe:
            httpGet:
              path: /healthz
              port: http
```

## How to fix
Write the name of a port of the same container, or its number without quotes.

## Fix safety
The fix writes the closest name, or the only one. It is unsafe: another port may be meant. A number in quotes loses
them, which is safe.

## References
- https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port
"""

from collections.abc import Iterator

from kgen.kubernetes.container import ContainerPort
from kgen.lint.fix.fix import Fix, Safety, safe, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.wiring.outcome import Broken
from kgen.wiring.port_evidence import NameMissing
from kgen.wiring.probe_ports import ProbedPort


@rule("probe-port-name-missing", Severity.ERROR, fix=Safety.UNSAFE)
def check(probed: ProbedPort) -> Iterator[Problem]:
    """Report a name that no port of the probed container has."""
    if isinstance(probed.outcome, Broken) and isinstance(probed.outcome.evidence, NameMissing):
        container, owner = probed.container, probed.probe.owner
        yield Problem(
            probed.place,
            f"port `{probed.name}` of {owner} is no port of container `{container.name}` of {probed.pod}",
            related=tuple(Label(port.name_node, f"port `{port}` is here") for port in container.ports),
            help=_advice(probed, probed.outcome.evidence.closest),
            resource=probed.resource,
            label="no port of this container has the name",
            fix=_fix(probed, probed.outcome.evidence.closest),
        )


def _fix(probed: ProbedPort, closest: ContainerPort | None) -> Fix | None:
    """The number that stands in quotes, the closest name, else the only name that there is."""
    if probed.name.isdecimal():
        return safe(f"write `port: {int(probed.name)}`", replace_value(probed.place, int(probed.name)))
    names = {port.name for port in probed.container.ports if port.name}
    name = closest.name if closest is not None else names.pop() if len(names) == 1 else ""
    return unsafe(f"write `port: {name}`", replace_value(probed.place, name)) if name else None


def _advice(probed: ProbedPort, closest: ContainerPort | None) -> str:
    if probed.name.isdecimal():
        return f"write the number without quotes: `port: {probed.name}`"
    if closest is not None:
        return f"did you mean `{closest.name}`?"
    others = (each for each in probed.pod.containers if any(port.name == probed.name for port in each.ports))
    other = next(others, None)
    if other is not None:
        return f"container `{other.name}` has it, but a probe looks in its own container: write the number"
    return f"name a port of the container `{probed.name}`, or write the number"
