"""A nodePort stands in the part of the range that the API server hands out by itself.

## Why
Since Kubernetes 1.29 (KEP-3668) the API server takes the numbers that it chooses from the upper part of the node port
range and leaves the lower one, 30000-30085 of the default range, to those who choose their own. A number chosen from
the upper part works until another Service happens to be given it: when a cluster is built anew, or when objects are
applied in another order, the Service that names it is refused.

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
      nodePort: 31080  # error: nodeport-dynamic-band
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
```

## How to fix
Choose a free number of the lower part, which the message names. It follows the cluster's range, `node-port-range` in
`.kgen.yaml`.

## Fix safety
The fix writes the lowest number of the static band that nothing in the repository asks for. It is unsafe: clients and
firewalls know the present one.

## When to ignore
When every nodePort of the cluster is chosen by hand. This rule is off unless it is selected.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#avoid-nodeport-collisions
- https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/3668-reserved-service-nodeport-range
"""

from collections.abc import Iterator

from kgen.config.model import Config
from kgen.kubernetes.node_port_range import static_band
from kgen.kubernetes.service import Service
from kgen.lint.fix.fix import Safety
from kgen.lint.fix.node_ports import another_node_port
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity


@rule("nodeport-dynamic-band", Severity.WARNING, on_by_default=False, fix=Safety.UNSAFE)
def check(service: Service, config: Config) -> Iterator[Problem]:
    """Report every number of the range above its static band."""
    low, high = static_band(config.node_port_range)
    for node in service.node_ports:
        number = node.integer()
        if number is not None and high < number <= config.node_port_range[1]:
            yield Problem(
                node,
                f"{node.key} `{number}` of {service} may be handed out to another Service; {low}-{high} is not",
                help=f"choose a free number from {low} to {high}",
                resource=service.resource,
                label=f"above {high}",
                fix=another_node_port(node, str(node.key)),
            )
