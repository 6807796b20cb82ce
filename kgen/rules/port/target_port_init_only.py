"""A Service's target port is a port of an init container only.

## Why
Init containers end before the others start, and the control plane does not look at their ports: the Service's port has
no endpoints. Only an init container with `restartPolicy: Always`, a sidecar, serves as long as the pod lives.

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
      initContainers:
        - name: proxy
          image: example.com/proxy:1.4
          ports:
            - name: mtls
              containerPort: 8443
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
    - port: 443
      targetPort: mtls  # error: target-port-init-only
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
      initContainers:
        - name: proxy
          image: example.com/proxy:1.4
          restartPolicy: Always
          ports:
            - name: mtls
              containerPort: 8443
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
    - port: 443
      targetPort: mtls
```

## How to fix
Give the init container `restartPolicy: Always` if it is a sidecar, or lead the Service to a port of a container.

## References
- https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
- https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/753-sidecar-containers
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.outcome import Broken
from kgen.wiring.port_evidence import InitOnly
from kgen.wiring.reference import TargetPort


@rule("target-port-init-only", Severity.ERROR)
def check(target: TargetPort) -> Iterator[Problem]:
    """Report a name that only containers have that end before the pod serves."""
    if isinstance(target.outcome, Broken) and isinstance(target.outcome.evidence, InitOnly):
        name = target.port.target
        yield Problem(
            target.port.target_node,
            f"target port `{name}` of {target.service} is one of an init container, which ends before the pod serves",
            related=tuple(Label(each.name_node, "of an init container") for each in target.outcome.evidence.ports),
            help="write `restartPolicy: Always` in the init container if it is a sidecar, or choose another port",
            resource=target.service.resource,
            label="no container that keeps running has it",
        )
