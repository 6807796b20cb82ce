"""A port of the node is asked for twice.

## Why
A port of a node goes to one container. Within a pod the API server refuses the second one. Of two DaemonSets that run
on every node, the scheduler places the pods of one and leaves those of the other pending. On the host network every
declared port is a port of the node.

## Bad
```yaml
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: example.com/web:1.4
      ports:
        - containerPort: 8080
          hostPort: 80
    - name: admin
      image: example.com/admin:1.4
      ports:
        - containerPort: 8081
          hostPort: 80  # error: host-port-conflict
```

## Good
```yaml
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: example.com/web:1.4
      ports:
        - containerPort: 8080
          hostPort: 80
    - name: admin
      image: example.com/admin:1.4
      ports:
        - containerPort: 8081
          hostPort: 81
```

## How to fix
Give each container a number of its own, or reach the pods through a Service and leave `hostPort` out.

## When to ignore
When taints keep the pods of two DaemonSets on different nodes.

## References
- https://kubernetes.io/docs/concepts/configuration/overview/#services
- https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.collision import HostPortConflict


@rule("host-port-conflict", Severity.ERROR)
def check(conflict: HostPortConflict) -> Iterator[Problem]:
    """Report the latter of two; those of two DaemonSets are refused by no API server."""
    first, second = conflict.first, conflict.second
    within = first.pod is second.pod
    port, pod = second.port, second.pod
    yield Problem(
        port.node,
        f"port `{port}` of the node is asked for twice in {pod}"
        if within
        else f"port `{port}` of every node is asked for by {pod} and by {first.pod}",
        related=(Label(first.port.node, "taken here" if within else f"{first.pod} takes it"),),
        help="choose another number, or leave the port of the node out",
        resource=second.resource,
        label="taken",
        severity=Severity.ERROR if within else Severity.WARNING,
    )
