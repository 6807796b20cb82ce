"""A NetworkPolicy names a port that none of its pods has.

## Why
A name is looked up among the container ports of each pod. Where no pod has it, the rule permits nothing, and traffic
that was meant to pass is dropped.

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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  ingress:
    - ports:
        - port: web  # error: netpol-port-name-missing
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
spec:
  podSelector:
    matchLabels:
      app: web
  ingress:
    - ports:
        - port: http
```

## How to fix
Write the name of a container port, not that of a Service port, or name the container port so.

## Fix safety
The fix writes the closest name. It is unsafe: the policy lets traffic through that it kept out.

## When to ignore
When something adds a container with such a port to the pods as they are created.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
"""

from collections.abc import Iterator

from kgen.kubernetes.container import ContainerPort
from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.rules.missed_port import missed_port
from kgen.syntax.edit.values import replace_value
from kgen.wiring.operation_reference import PermittedPort
from kgen.wiring.outcome import Broken
from kgen.wiring.policy_evidence import PolicyPortMissing


@rule("netpol-port-name-missing", Severity.WARNING, fix=Safety.UNSAFE)
def check(permitted: PermittedPort) -> Iterator[Problem]:
    """Report a name that every pod which receives the traffic lacks."""
    if isinstance(permitted.outcome, Broken) and isinstance(permitted.outcome.evidence, PolicyPortMissing):
        yield _problem(permitted, permitted.outcome.evidence)


def _problem(permitted: PermittedPort, evidence: PolicyPortMissing) -> Problem:
    closest, name = evidence.closest, str(permitted.port.port)
    label = None if closest is None else Label(closest.name_node, f"port `{closest.name}` is here")
    way_out = f"name a container port `{name}`" if closest is None else f"did you mean `{closest.name}`?"
    return missed_port(permitted, name, evidence.pods, label, way_out, _fix(permitted, closest))


def _fix(permitted: PermittedPort, closest: ContainerPort | None) -> Fix | None:
    if closest is None:
        return None
    return unsafe(f"write `port: {closest.name}`", replace_value(permitted.place, closest.name))
