"""The name of a Service is none that DNS can answer for.

## Why
A Service's name becomes a label of DNS names: up to 63 lower case letters, digits and hyphens, with a letter or digit
at both ends. Before Kubernetes 1.36 it also has to begin with a letter (KEP-5311). The API server refuses other names,
though it takes dots and more of them for most other kinds.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web_api  # error: invalid-service-name
spec:
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
  name: web-api
spec:
  selector:
    app: web
  ports:
    - port: 80
```

## How to fix
Write the name in lower case, with hyphens, and follow in all that refers to it. Where a cluster is older than 1.36, say
so in `.kgen.yaml`: `kubernetes-version: "1.34"`.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
- https://github.com/kubernetes/enhancements/issues/5311
"""

from collections.abc import Iterator

from kgen.config.model import Config
from kgen.kubernetes.names import dns1035_label, dns1123_label
from kgen.kubernetes.service import Service
from kgen.kubernetes.version import target_version
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.pattern import lazy_pattern
from kgen.wiring.placeholder import is_name_to_fill_in
from kgen.wiring.service_manifest import ServiceManifest

_ODD = lazy_pattern(r"[^a-z0-9]+")


@rule("invalid-service-name", Severity.ERROR)
def check(manifest: ServiceManifest, config: Config) -> Iterator[Problem]:
    """Report the name of a whole Service; what a patch is called matters to nobody."""
    service = manifest.service
    node, name = service.resource.name_node, service.resource.name
    if not manifest.is_complete or is_name_to_fill_in(name):
        return
    version = target_version(config.kubernetes_version)
    complaints = dns1123_label if version.relaxes_service_names else dns1035_label
    if node.string() is None:
        yield _problem(service, "is not text for YAML", f'write `name: "{node.raw}"`')
    elif complaints(name):
        start = "" if version.relaxes_service_names else f", a letter first before Kubernetes 1.36 ({version})"
        better = _ODD.sub("-", name.lower()).strip("-")
        yield _problem(
            service,
            f"is not up to 63 lower case letters, digits and hyphens{start}",
            "choose another name" if complaints(better) else f"write `name: {better}`",
        )


def _problem(service: Service, fault: str, way_out: str) -> Problem:
    return Problem(
        service.resource.name_node,
        f"name `{service.resource.name}` of a Service {fault}",
        help=way_out,
        resource=service.resource,
        label="not a Service's name",
    )
