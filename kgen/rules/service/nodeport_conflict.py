"""Two Services ask for the same nodePort.

## Why
A node port leads to one Service of the whole cluster. The API server keeps the numbers in one set, whatever the
protocol and the namespace, and refuses the Service that comes second: `provided port is already allocated`. The ports
of a LoadBalancer and its `healthCheckNodePort` come from the same set. This rule reports Services that are sure to be
applied together: those of one file, of one kustomization, of a folder that holds no variants of an object, or of what
Flux and Argo CD apply to one cluster (`kgen units` lists it).

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
      nodePort: 30080
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  type: NodePort
  selector:
    app: api
  ports:
    - port: 80
      nodePort: 30080  # error: nodeport-conflict
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 80
      nodePort: 30080
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  type: NodePort
  selector:
    app: api
  ports:
    - port: 80
      nodePort: 30081
```

## How to fix
Choose a free number for one of them, or leave `nodePort` out to get one. Services of two protocols cannot share a
number either: make them one Service with two entries.

## Fix safety
The fix gives the second Service the lowest number of the range's static band that nothing in the repository asks for.
It is unsafe: clients and firewalls may know the present one.

## When to ignore
When the two are never applied to the same cluster.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#nodeport-custom-port
- https://github.com/kubernetes/kubernetes/issues/91404
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Safety
from kgen.lint.fix.node_ports import another_node_port
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.collision import NodePortConflict


@rule("nodeport-conflict", Severity.ERROR, fix=Safety.UNSAFE)
def check(conflict: NodePortConflict) -> Iterator[Problem]:
    """Report the latter of two Services with one number."""
    first, second = conflict.first, conflict.second
    yield Problem(
        second.node,
        f"{second.node.key} `{second.node.value}` of {second.service} is taken by {first.service}",
        related=(Label(first.node, f"{first.service} takes it"),),
        help=f"choose another number, or leave {second.node.key} out to get one",
        resource=second.resource,
        label="taken",
        fix=another_node_port(second.node, str(second.node.key)),
    )
