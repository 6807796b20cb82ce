"""A Service's target port names a port that only some of its pods have.

## Why
The control plane looks the name up in each selected pod and leaves out those without it. The Service works, with fewer
endpoints than it seems to have: the pods of one workload get no traffic on this port, and nothing tells.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: shop
      track: stable
  template:
    metadata:
      labels:
        app: shop
        track: stable
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - name: http
              containerPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-canary
spec:
  selector:
    matchLabels:
      app: shop
      track: canary
  template:
    metadata:
      labels:
        app: shop
        track: canary
    spec:
      containers:
        - name: web
          image: example.com/web:1.5
          ports:
            - name: web
              containerPort: 8080
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: shop
  ports:
    - port: 80
      targetPort: http  # error: target-port-partial
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
      app: shop
      track: stable
  template:
    metadata:
      labels:
        app: shop
        track: stable
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - name: http
              containerPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-canary
spec:
  selector:
    matchLabels:
      app: shop
      track: canary
  template:
    metadata:
      labels:
        app: shop
        track: canary
    spec:
      containers:
        - name: web
          image: example.com/web:1.5
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
    app: shop
  ports:
    - port: 80
      targetPort: http
```

## How to fix
Give the port the same name in every workload, or narrow the Service's selector to those that serve it.

## When to ignore
When the other workloads are selected for another port of the Service.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.reference import TargetPort


@rule("target-port-partial", Severity.WARNING)
def check(target: TargetPort) -> Iterator[Problem]:
    """Report a name that some of the selected workloads lack; a number is taken as it is, declared or not."""
    name = target.port.target
    if target.lacking and isinstance(name, str):
        pods = " and ".join(map(str, target.lacking))
        yield Problem(
            target.port.target_node,
            f"target port `{name}` of {target.service} is no port of {pods}, which it selects too",
            related=tuple(Label(pod.node, f"{pod} has no port `{name}`", on_key=True) for pod in target.lacking),
            help=f"name a port `{name}` there as well, or narrow the selector",
            resource=target.service.resource,
            label="not in every selected pod",
        )
