"""A Service has no ports.

## Why
A Service with a cluster IP forwards its ports and nothing else, so the API server refuses one without any:
`spec.ports: Required value`. Only a headless Service, which is looked up in DNS, and an ExternalName may have none.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:  # error: service-without-ports
  selector:
    app: web
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
List the ports that clients connect to. For names of pods without ports write `clusterIP: None`.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
"""

from collections.abc import Iterator

from kgen.kubernetes.service import EXTERNAL_NAME, TYPES
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.service_manifest import ServiceManifest


@rule("service-without-ports", Severity.ERROR)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report a whole Service that selects pods and lists no port; patches leave out what they do not change."""
    service, spec = manifest.service, manifest.service.defaulted
    if not manifest.is_complete or not service.selects_pods or service.ports_node is not None:
        return
    if spec.is_headless or spec.type not in TYPES or spec.type == EXTERNAL_NAME or is_placeholder(spec.cluster_ip):
        return
    yield Problem(
        service.spec or service.resource.node,
        f"{service} has no ports, which only a headless Service or an ExternalName may lack",
        help="list its ports, or write `clusterIP: None`",
        on_key=True,
        resource=service.resource,
        label="no ports",
    )
