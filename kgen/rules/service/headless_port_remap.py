"""A headless Service lists another port than its pods listen on.

## Why
DNS answers for a headless Service with the addresses of its pods, and clients connect to these directly: nothing turns
`port` into `targetPort` on the way. Whoever reads the manifest and connects to `port` finds it closed. Only those who
look up SRV records or endpoints get the right number.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  clusterIP: None
  selector:
    app: web
  ports:
    - port: 80  # error: headless-port-remap
      targetPort: 8080
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  clusterIP: None
  selector:
    app: web
  ports:
    - port: 8080
```

## How to fix
Write the pods' port in `port`. If clients are to use another number, give the Service a cluster IP.

## Fix safety
The fix writes the pods' port in `port`. It is unsafe: who looks up SRV records or endpoints gets another number.

## When to ignore
When all clients look up SRV records or endpoints, as monitoring and service meshes do.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
- https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#srv-records
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.wiring.service_manifest import ServiceManifest


@rule("headless-port-remap", Severity.WARNING, fix=Safety.UNSAFE)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report ports whose target is another number; what a name resolves to is up to each pod."""
    service = manifest.service
    if not manifest.is_complete or service.headless_node is None or not service.selects_pods:
        return
    for port in service.ports:
        if isinstance(port.target, int) and port.number is not None and port.target != port.number:
            yield Problem(
                port.number_node,
                f"{service} is headless: clients reach its pods on `{port.target}`, not on port `{port.number}`",
                related=(Label(port.target_node, "the port of the pods"),),
                help=f"write `port: {port.target}`, or give the Service a cluster IP",
                resource=service.resource,
                label="nobody listens here",
                fix=unsafe(f"write `port: {port.target}`", replace_value(port.number_node, port.target)),
            )
