"""A ServiceMonitor scrapes a port that no Service it selects has.

## Why
`endpoints[].port` is the name of a Service port. It is no number, not even a quoted one, and not the name of the
container port behind it: an endpoint whose name matches no port is dropped without a word, and nothing is scraped.

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
apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app: web
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: http
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  endpoints:
    - port: http  # error: monitor-port-unknown
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
---
apiVersion: v1
kind: Service
metadata:
  name: web
  labels:
    app: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: http
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  endpoints:
    - port: http
```

## How to fix
Write the name of the Service port, and name the port in the Service if it has no name yet.

## Fix safety
The fix writes the name of the Service port that is meant; where that has none, it gets one. It is unsafe: scraping
starts.

## References
- https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Endpoint
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import insert_first
from kgen.syntax.edit.values import replace_value
from kgen.wiring.monitor_evidence import NoSuchServicePort, OtherNameOfServicePort
from kgen.wiring.operation_reference import MonitoredPort
from kgen.wiring.outcome import Broken


@rule("monitor-port-unknown", Severity.ERROR, fix=Safety.UNSAFE)
def check(port: MonitoredPort) -> Iterator[Problem]:
    """Report a name that no port of the selected Services has."""
    if not isinstance(port.outcome, Broken):
        return
    match port.outcome.evidence:
        case OtherNameOfServicePort() as evidence:
            yield _other_name(port, evidence)
        case NoSuchServicePort() as evidence:
            yield _missing(port, evidence)


def _other_name(port: MonitoredPort, evidence: OtherNameOfServicePort) -> Problem:
    service, meant = evidence.service, evidence.port
    named = f"is named `{meant.name}`" if meant.name else "has no name"
    way_out = (
        f"write `port: {meant.name}`" if meant.name else f"name the port `{_new_name(port)}` in {service} and here"
    )
    return Problem(
        port.place,
        f"{port} is no name of a port of {service}, whose port {meant.number} {named}",
        related=(Label(meant.node, f"this port of {service} {named}"),),
        help=way_out,
        resource=port.resource,
        label="a monitor takes the name of a Service port",
        fix=_written(port, meant.name) if meant.name else _named(port, evidence),
    )


def _missing(port: MonitoredPort, evidence: NoSuchServicePort) -> Problem:
    services, closest = evidence.services, evidence.closest
    places = [Label(each.resource.name_node, f"{each} has no port `{port.text}`") for each in services]
    if closest is not None:
        places = [Label(closest.node, f"port `{closest.name}` is here")]
    return Problem(
        port.place,
        f"{port} is no port of {' and '.join(map(str, services[:2]))}",
        related=tuple(places),
        help=f"did you mean `{closest.name}`?" if closest is not None else "write the name of a Service port",
        resource=port.resource,
        label="no Service port has this name",
        fix=None if closest is None else _written(port, closest.name),
    )


def _written(port: MonitoredPort, name: str) -> Fix | None:
    return unsafe(f"write `port: {name}`", replace_value(port.place, name))


def _named(port: MonitoredPort, evidence: OtherNameOfServicePort) -> Fix | None:
    """Give the port of the Service a name, and ask for that."""
    name = _new_name(port)
    named = insert_first(evidence.port.node, "name", name)
    asked = () if name == port.text else (replace_value(port.place, name),)
    return unsafe(f"name the port `{name}` in {evidence.service}", named, *asked)


def _new_name(port: MonitoredPort) -> str:
    return "metrics" if port.text.isdecimal() else port.text
