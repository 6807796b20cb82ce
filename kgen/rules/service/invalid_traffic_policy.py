"""A traffic policy of a Service is none that Kubernetes has, or stands where no such traffic arrives.

## Why
`externalTrafficPolicy` and `internalTrafficPolicy` are `Cluster` or `Local`, and `trafficDistribution` is one of a few
words that depend on the version. The API server refuses anything else. It refuses an `externalTrafficPolicy` also where
nothing comes from outside: on a ClusterIP without `externalIPs`.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  externalTrafficPolicy: Local  # error: invalid-traffic-policy
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
  internalTrafficPolicy: Local
  selector:
    app: web
  ports:
    - port: 80
```

## How to fix
Write `Cluster` or `Local`. Where a Service is reached from inside of the cluster only, it is `internalTrafficPolicy`
that keeps traffic on the client's node.

## References
- https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies
- https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution
"""

from collections.abc import Iterator

from kgen.config.model import Config
from kgen.kubernetes.service import TYPES, Service
from kgen.kubernetes.version import target_version
from kgen.lint.fix.fix import Safety, safe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import delete_entry
from kgen.syntax.edit.values import replace_value
from kgen.syntax.node import Node
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.service_manifest import ServiceManifest

_POLICIES = ("Cluster", "Local")


@rule("invalid-traffic-policy", Severity.ERROR, fix=Safety.SAFE)
def check(manifest: ServiceManifest, config: Config) -> Iterator[Problem]:
    """Report unknown words, in patches too, and an external policy of a Service that is internal."""
    service = manifest.service
    version = target_version(config.kubernetes_version)
    external = service.external_traffic_policy
    for node, known in (
        (external, _POLICIES),
        (service.internal_traffic_policy, _POLICIES),
        (service.traffic_distribution, version.traffic_distributions),
    ):
        text = None if node is None else node.string()
        if node is not None and text is not None and known and text not in known and not is_placeholder(text):
            yield _unknown(service, node, known)
    spec = service.defaulted
    if manifest.is_complete and external is not None and spec.type in TYPES and not spec.is_externally_accessible:
        yield _internal(service, external)


def _unknown(service: Service, node: Node, known: tuple[str, ...]) -> Problem:
    spelt = str(node.value).strip().casefold()
    meant = next((word for word in known if word.casefold() == spelt), None)
    return Problem(
        node,
        f"{node.key} `{node.value}` of {service} is none of {', '.join(known)}",
        help=f"write one of {', '.join(known)}",
        resource=service.resource,
        label="unknown",
        fix=None if meant is None else safe(f"write `{node.key}: {meant}`", replace_value(node, meant)),
    )


def _internal(service: Service, node: Node) -> Problem:
    return Problem(
        node,
        f"externalTrafficPolicy `{node.value}` of {service} is for traffic from outside, and none arrives",
        help="take it out, write `internalTrafficPolicy`, or choose type NodePort or LoadBalancer",
        on_key=True,
        resource=service.resource,
        label=f"type {service.defaulted.type}",
        # `Cluster` is what is in force anyway; who wrote `Local` meant something.
        fix=safe(f"take `{node.key}` out", delete_entry(node)) if node.value == _POLICIES[0] else None,
    )
