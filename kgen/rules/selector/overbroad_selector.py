"""A Service selects workloads that do not serve the same port.

## Why
Every selected pod gets its share of the connections. Here the target port is a number that some of the workloads
declare, while another declares other ports only: the connections that it gets are refused, now and then.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: shop  # error: overbroad-selector
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: shop
      tier: web
  template:
    metadata:
      labels:
        app: shop
        tier: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - containerPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cache
spec:
  selector:
    matchLabels:
      app: shop
      tier: cache
  template:
    metadata:
      labels:
        app: shop
        tier: cache
    spec:
      containers:
        - name: cache
          image: example.com/cache:1.4
          ports:
            - containerPort: 6380
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: shop
    tier: web
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: shop
      tier: web
  template:
    metadata:
      labels:
        app: shop
        tier: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - containerPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cache
spec:
  selector:
    matchLabels:
      app: shop
      tier: cache
  template:
    metadata:
      labels:
        app: shop
        tier: cache
    spec:
      containers:
        - name: cache
          image: example.com/cache:1.4
          ports:
            - containerPort: 6380
```

## How to fix
Add a label to the selector that only the workloads have that serve the port.

## When to ignore
When the other workload listens on the port as well: declare it then.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.reference import TargetPort


@rule("overbroad-selector", Severity.WARNING)
def check(target: TargetPort) -> Iterator[Problem]:
    """Report a number that some of the selected workloads do not declare among their ports."""
    selector, number = target.service.selector, target.port.target
    if not target.lacking or selector is None or not isinstance(number, int):
        return
    pods = " and ".join(map(str, target.lacking))
    yield Problem(
        selector.requirements[0].node,
        f"selector `{selector}` of {target.service} matches {pods} too, which does not declare port `{number}`",
        related=(
            Label(target.port.target_node, "leads there"),
            *(Label(port.number_node, f"{pod} has `{port}`") for pod in target.lacking for port in pod.ports),
        ),
        help="add a label to the selector that only the pods have that serve the port",
        resource=target.service.resource,
        label="too broad",
    )
