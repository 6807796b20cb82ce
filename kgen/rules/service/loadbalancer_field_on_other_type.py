"""A field of load balancers stands on a Service of another type.

## Why
`allocateLoadBalancerNodePorts`, `loadBalancerClass` and `loadBalancerSourceRanges` say how a load balancer is set up.
The API server refuses them on a Service that has none. A list of source ranges on another type would be worse if it
were taken: it looks like a firewall and would be none.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  loadBalancerSourceRanges: [10.0.0.0/8]  # error: loadbalancer-field-on-other-type
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
  type: LoadBalancer
  loadBalancerSourceRanges: [10.0.0.0/8]
  selector:
    app: web
  ports:
    - port: 80
```

## How to fix
Write `type: LoadBalancer`, or take the field out. To keep clients away from pods use a NetworkPolicy.

## Fix safety
The fix takes the field out. It is unsafe for `loadBalancerSourceRanges` only: without them the Service lets in more
clients than somebody meant to.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
"""

from collections.abc import Iterator

from kgen.kubernetes.service import LOAD_BALANCER, TYPES
from kgen.lint.fix.fix import Fix, Safety, safe, unsafe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import delete_entry
from kgen.syntax.node import Node
from kgen.wiring.service_manifest import ServiceManifest

_SOURCE_RANGES = "loadBalancerSourceRanges"


@rule("loadbalancer-field-on-other-type", Severity.ERROR, fix=Safety.UNSAFE)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report each of the fields on a Service of another known type."""
    service = manifest.service
    kind = service.defaulted.type
    if not manifest.is_complete or kind == LOAD_BALANCER or kind not in TYPES:
        return
    for node in service.load_balancer_fields:
        yield Problem(
            node,
            f"{node.key} is for load balancers, and {service} is of type {kind}",
            help=f"write `type: LoadBalancer`, or take {node.key} out",
            on_key=True,
            resource=service.resource,
            label="needs `type: LoadBalancer`",
            fix=_fix(node),
        )


def _fix(node: Node) -> Fix | None:
    """Without its source ranges a Service may let more clients in than somebody meant to."""
    fix = unsafe if node.key == _SOURCE_RANGES else safe
    return fix(f"take `{node.key}` out", delete_entry(node))
