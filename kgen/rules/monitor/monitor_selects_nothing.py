"""A monitor selects nothing, and the repository shows what it was meant for.

## Why
A ServiceMonitor selects Services by the labels of the Services themselves, in its own namespace unless it names others;
a PodMonitor selects pods by theirs. Without a match nothing is scraped, and nothing says so: the target is just absent.
This rule reports a selector that is one slip away, that asks for the labels of the pods behind a Service, or whose
match stands beside it in a namespace that it does not look into.

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
      app: web  # error: monitor-selects-nothing
  endpoints:
    - port: http
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
Label the Service as the monitor asks, or write labels that the Service has. A Service does not inherit the labels of
its pods. For another namespace add `namespaceSelector`.

## Fix safety
The fix writes the one label that a Service or pod just misses. It is unsafe: scraping starts. For other evidence there
is none.

## When to ignore
When a chart or an operator creates a Service or pods with these labels.

## References
- https://prometheus-operator.dev/docs/developer/getting-started/#using-servicemonitors
- https://prometheus-operator.dev/docs/platform/troubleshooting/#troubleshooting-servicemonitor-changes
"""

from collections.abc import Iterator

from kgen.kubernetes.resource import Resource
from kgen.lint.fix.fix import Safety
from kgen.lint.fix.labels import near_label
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.rules.missed_pods import missed_pods
from kgen.syntax.node import Node
from kgen.wiring.monitor_evidence import LabelsOfPods, NearServiceLabel, ServiceElsewhere
from kgen.wiring.operation_reference import MonitorSelection
from kgen.wiring.outcome import Broken


@rule("monitor-selects-nothing", Severity.WARNING, fix=Safety.UNSAFE)
def check(selection: MonitorSelection) -> Iterator[Problem]:
    """Report a selector that is proven to miss what it was meant for."""
    if not isinstance(selection.outcome, Broken):
        return
    match selection.outcome.evidence:
        case NearServiceLabel() as evidence:
            yield _near_label(selection, evidence)
        case LabelsOfPods() as evidence:
            yield _labels_of_pods(selection, evidence)
        case ServiceElsewhere(service):
            yield _elsewhere(selection, service.resource, service.resource.name_node)
        case evidence:
            yield from missed_pods(selection, evidence)


def _near_label(selection: MonitorSelection, evidence: NearServiceLabel) -> Problem:
    service, label = evidence.service, f"{evidence.key}: {evidence.value}"
    return Problem(
        evidence.requirement.node,
        f"{selection} matches no Service; {service} has `{label}`",
        related=(Label(_labels_node(service.resource), f"{service} has `{label}`"),),
        help=f"write `{label}` in the selector",
        on_key=evidence.key != evidence.requirement.key,
        resource=selection.resource,
        label=f"no Service has `{evidence.requirement}`",
        fix=near_label(evidence.requirement, evidence.key, evidence.value),
    )


def _labels_of_pods(selection: MonitorSelection, evidence: LabelsOfPods) -> Problem:
    service = evidence.service
    labels = ", ".join(f"{each.key}: {each.values[0]}" for each in evidence.unmet if each.values)
    return Problem(
        evidence.unmet[0].node,
        f"{selection} matches no Service; these are labels of the pods of {service}, not its own",
        related=(Label(_labels_node(service.resource), f"{service} itself is labelled otherwise"),),
        help=f"label {service} with `{labels}`" if labels else f"label {service} as the monitor asks",
        resource=selection.resource,
        label="a ServiceMonitor looks at the labels of Services",
    )


def _elsewhere(selection: MonitorSelection, other: Resource, place: Node) -> Problem:
    own = selection.resource.namespace
    return Problem(
        selection.monitor.selector.requirements[0].node,
        f"{selection} matches nothing in the namespaces it looks into; {other} is in `{other.namespace}`",
        related=(Label(place, f"{other} is in namespace `{other.namespace}`"),),
        help=f"add `namespaceSelector: {{matchNames: [{other.namespace}]}}`",
        resource=selection.resource,
        label=f"sought in namespace `{own}`" if own and not selection.monitor.namespaces else "",
    )


def _labels_node(resource: Resource) -> Node:
    """Where an object's labels stand, or its name without any."""
    metadata = resource.node.get("metadata")
    return (None if metadata is None else metadata.get("labels")) or resource.name_node
