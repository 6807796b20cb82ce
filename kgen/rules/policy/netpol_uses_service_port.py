"""A NetworkPolicy permits the port of a Service instead of that of its pods.

## Why
Policies are applied where the pods are, after the Service has been resolved: the port that counts is the container's. A
rule with the Service's port lets nothing through, as the pods do not listen on it.

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
    - port: 80
      targetPort: http
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
        - port: 80  # error: netpol-uses-service-port
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
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: http
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
        - port: 8080
```

## How to fix
Write the container port, best by its name, which follows when the number changes.

## Fix safety
The fix writes the port of the pods. It is unsafe: the policy lets traffic through that it kept out.

## When to ignore
When the container listens on the Service's port as well without declaring it.

## References
- https://kubernetes.io/docs/concepts/services-networking/network-policies/
- https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.wiring.operation_reference import PermittedPort
from kgen.wiring.outcome import Broken
from kgen.wiring.policy_evidence import PortOfService


@rule("netpol-uses-service-port", Severity.WARNING, fix=Safety.UNSAFE)
def check(permitted: PermittedPort) -> Iterator[Problem]:
    """Report a number that only a Service in front of the pods has."""
    if isinstance(permitted.outcome, Broken) and isinstance(permitted.outcome.evidence, PortOfService):
        yield _problem(permitted, permitted.outcome.evidence)


def _problem(permitted: PermittedPort, evidence: PortOfService) -> Problem:
    service, declared = evidence.service, evidence.declared
    port = declared.name or declared.number
    return Problem(
        permitted.place,
        f"{permitted} is the port of {service}, whose pods listen on {declared.number}",
        related=(
            Label(evidence.port.node, f"{service} leads from here to the pods"),
            Label(declared.number_node, f"port `{declared}` of the pods"),
        ),
        help=f"write `port: {port}`",
        resource=permitted.resource,
        label="a policy is about the ports of pods",
        fix=unsafe(f"write `port: {port}`", replace_value(permitted.place, port)) if port else None,
    )
