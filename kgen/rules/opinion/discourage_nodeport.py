"""A Service opens a port on every node.

## Why
A node port is reached on the addresses of all nodes, past Ingresses and their TLS, and takes a number that is the
cluster's. Teams that put everything behind an Ingress, a Gateway or a load balancer want to hear of each new one.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort  # error: discourage-nodeport
  selector:
    app: web
  ports:
    - port: 80
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
```

## How to fix
Take the type out and lead to the Service from an Ingress or a route of a Gateway.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
"""

from collections.abc import Iterator

from kgen.kubernetes.service import NODE_PORT, Service
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity


@rule("discourage-nodeport", Severity.WARNING, on_by_default=False)
def check(service: Service) -> Iterator[Problem]:
    """Report the type, in patches too; the node ports of a load balancer come with it."""
    if service.type_node is not None and service.type == NODE_PORT:
        yield Problem(
            service.type_node,
            f"{service} is of type NodePort",
            help="lead to it from an Ingress or a route of a Gateway",
            resource=service.resource,
            label="opens a port on every node",
        )
