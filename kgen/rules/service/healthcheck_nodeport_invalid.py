"""A healthCheckNodePort is given to a Service that has no use for it.

## Why
A load balancer asks the nodes on `healthCheckNodePort` whether they have pods of the Service. That is needed only where
traffic is not passed on between nodes, so the API server takes the field only with `type: LoadBalancer` and
`externalTrafficPolicy: Local`.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: LoadBalancer
  healthCheckNodePort: 30021  # error: healthcheck-nodeport-invalid
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
  externalTrafficPolicy: Local
  healthCheckNodePort: 30021
  selector:
    app: web
  ports:
    - port: 80
```

## How to fix
Take the field out, or write `externalTrafficPolicy: Local` if the load balancer is to send traffic only to nodes that
have pods of the Service.

## References
- https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip
"""

from collections.abc import Iterator

from kgen.kubernetes.service import LOAD_BALANCER, TYPES
from kgen.lint.fix.fix import Safety, safe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import delete_entry
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.service_manifest import ServiceManifest


@rule("healthcheck-nodeport-invalid", Severity.ERROR, fix=Safety.SAFE)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report the field where nobody asks on that port; 0 is as if left out."""
    service, spec = manifest.service, manifest.service.defaulted
    node = service.health_check_node_port
    if not manifest.is_complete or node is None or not node.integer():
        return
    if spec.needs_health_check or spec.type not in TYPES or is_placeholder(spec.external_traffic_policy):
        return
    lacking = "`externalTrafficPolicy: Local`" if spec.type == LOAD_BALANCER else "`type: LoadBalancer`"
    yield Problem(
        node,
        f"healthCheckNodePort `{node.value}` of {service} needs {lacking}",
        help=f"take it out, or write {lacking}",
        resource=service.resource,
        label=f"without {lacking}",
        fix=safe(f"take `{node.key}` out", delete_entry(node)),
    )
