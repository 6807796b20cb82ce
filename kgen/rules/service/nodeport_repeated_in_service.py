"""Two ports of a Service ask for the same nodePort.

## Why
A node port leads to one port of one Service, so the API server refuses the second entry: `provided port is already
allocated`. Only a port that is served with several protocols, as DNS is, may have one nodePort for all of them: the
entries then have the same `port` too. A load balancer's `healthCheckNodePort` counts as one more port.

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
    - name: http
      port: 80
      nodePort: 30080
    - name: https
      port: 443
      nodePort: 30080  # error: nodeport-repeated-in-service
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: dns
spec:
  type: NodePort
  selector:
    app: dns
  ports:
    - name: dns
      port: 53
      protocol: UDP
      nodePort: 30053
    - name: dns-tcp
      port: 53
      protocol: TCP
      nodePort: 30053
    - name: metrics
      port: 9153
      nodePort: 30153
```

## How to fix
Give each port a number of its own, or leave `nodePort` out to get one.

## Fix safety
The fix gives the second port the lowest number of the range's static band that nothing in the repository asks for. It
is unsafe: clients and firewalls may know the present one.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
- https://github.com/kubernetes/kubernetes/issues/91404
"""

from collections.abc import Iterator

from kgen.kubernetes.service import EXTERNAL_NAME, Service
from kgen.lint.fix.fix import Safety
from kgen.lint.fix.node_ports import another_node_port
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.node import Node


@rule("nodeport-repeated-in-service", Severity.ERROR, fix=Safety.UNSAFE)
def check(service: Service) -> Iterator[Problem]:
    """Report a number that stands twice for different ports; in a patch too, as both entries are merged in.

    An ExternalName has them to no effect, which is another rule's.
    """
    if service.type == EXTERNAL_NAME:
        return
    first: dict[int, tuple[Node, int]] = {}
    for port in service.ports:
        node = port.node_port
        number = None if node is None else node.integer()
        if node is None or number is None or port.number is None:
            continue
        other, other_port = first.setdefault(number, (node, port.number))
        if other_port != port.number:
            yield _problem(service, node, other)
    health_check = service.health_check_node_port
    number = None if health_check is None else health_check.integer()
    if health_check is not None and number in first:
        yield _problem(service, health_check, first[number][0])


def _problem(service: Service, node: Node, other: Node) -> Problem:
    return Problem(
        node,
        f"{node.key} `{node.value}` of {service} is another port's nodePort already",
        related=(Label(other, "taken here"),),
        help=f"choose another number, or leave {node.key} out to get one",
        resource=service.resource,
        label="taken",
        fix=another_node_port(node, str(node.key)),
    )
