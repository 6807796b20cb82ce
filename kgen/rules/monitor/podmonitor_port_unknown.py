"""A PodMonitor scrapes a port that no pod it selects has.

## Why
`podMetricsEndpoints[].port` is the name of a container port. It is no number (that is `portNumber`), and a name that no
container has drops the pod from the targets without a word.

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
---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  podMetricsEndpoints:
    - port: metrics  # error: podmonitor-port-unknown
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
            - name: metrics
              containerPort: 9090
---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  podMetricsEndpoints:
    - port: metrics
```

## How to fix
Write the name of a container port, or name the port in the container.

## Fix safety
The fix writes the name of the port that is meant, or `portNumber` for a number. It is unsafe: scraping starts.

## When to ignore
When something adds a container with such a port to the pods as they are created.

## References
- https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMetricsEndpoint
"""

from collections.abc import Iterator

from kgen.kubernetes.container import ContainerPort
from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.rules.missed_port import missed_port
from kgen.syntax.edit.values import replace_key, replace_value
from kgen.wiring.monitor_evidence import NoSuchPodPort
from kgen.wiring.operation_reference import MonitoredPort
from kgen.wiring.outcome import Broken


@rule("podmonitor-port-unknown", Severity.ERROR, fix=Safety.UNSAFE)
def check(port: MonitoredPort) -> Iterator[Problem]:
    """Report a name that no port of the selected pods has."""
    if isinstance(port.outcome, Broken) and isinstance(port.outcome.evidence, NoSuchPodPort):
        yield _problem(port, port.outcome.evidence)


def _problem(port: MonitoredPort, evidence: NoSuchPodPort) -> Problem:
    closest = evidence.closest
    label = None if closest is None else Label(closest.name_node, f"port `{closest}` is here")
    return missed_port(port, port.text, evidence.pods, label, _way_out(port, evidence), _fix(port, closest))


def _fix(port: MonitoredPort, closest: ContainerPort | None) -> Fix | None:
    node = port.place
    if closest is not None and closest.name:
        return unsafe(f"write `port: {closest.name}`", replace_value(node, closest.name))
    if not port.text.isdecimal():
        return None
    number = int(port.text)
    return unsafe(f"write `portNumber: {number}`", replace_key(node, "portNumber"), replace_value(node, number))


def _way_out(port: MonitoredPort, evidence: NoSuchPodPort) -> str:
    closest = evidence.closest
    if port.text.isdecimal():
        named = closest is not None and closest.name
        return f"write `port: {named}`" if named else f"write `portNumber: {port.text}`"
    if closest is not None:
        return f"did you mean `{closest.name}`?"
    return f"name a container port `{port.text}`"
