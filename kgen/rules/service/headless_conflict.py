"""A Service without a cluster IP is to open node ports or a load balancer.

## Why
`clusterIP: None` makes a Service headless: it is a list of pod addresses in DNS, and nothing forwards traffic to it.
Node ports and load balancers forward to the cluster IP, so the API server refuses them without one. It refuses `none`,
too, as it reads any other spelling as an IP address.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  clusterIP: None  # error: headless-conflict
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
  clusterIP: None
  selector:
    app: web
  ports:
    - port: 80
```

## How to fix
Take `clusterIP` out, or the type. Where both are wanted write two Services with the same selector.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
"""

from collections.abc import Iterator

from kgen.kubernetes.service import LOAD_BALANCER, NODE_PORT, Service
from kgen.lint.fix.fix import Safety, safe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.wiring.service_manifest import ServiceManifest

_NONE = "None"


@rule("headless-conflict", Severity.ERROR, fix=Safety.SAFE)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report a headless Service of another type, and `None` in another spelling."""
    service = manifest.service
    yield from _misspelt(service)
    headless, kind = service.headless_node, service.type_node
    if not manifest.is_complete or headless is None or kind is None or kind.value not in (NODE_PORT, LOAD_BALANCER):
        return
    yield Problem(
        headless,
        f"{service} is headless and of type {kind.value}",
        related=(Label(kind, f"{kind.value} needs a cluster IP"),),
        help=f"take {headless.key} out, or the type",
        resource=service.resource,
        label="headless",
    )


def _misspelt(service: Service) -> Iterator[Problem]:
    node = service.cluster_ip
    text = None if node is None else node.string()
    if node is not None and text is not None and text != _NONE and text.casefold() == _NONE.casefold():
        yield Problem(
            node,
            f"clusterIP `{text}` of {service} is no IP address; a headless Service says `None`",
            help=f"write `clusterIP: {_NONE}`",
            resource=service.resource,
            label="not an IP address",
            fix=safe(f"write `clusterIP: {_NONE}`", replace_value(node, _NONE)),
        )
