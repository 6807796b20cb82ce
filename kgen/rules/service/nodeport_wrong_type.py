"""A Service that opens no node port asks for one.

## Why
Only a Service of type NodePort or LoadBalancer opens a port on the nodes. Of any other the API server refuses a
`nodePort`, or an ExternalName has it to no effect. A Service without a type is a ClusterIP, which is how the number
comes to stand there: somebody left `type: NodePort` out.

## Bad
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
      nodePort: 30080  # error: nodeport-wrong-type
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
Write `type: NodePort` if the port is to be reached on the nodes, else take `nodePort` out.

## Fix safety
Where a type is given, the fix takes `nodePort` out; that is safe, as it is refused or without effect. Where none is
given, the fix writes `type: NodePort`; that is unsafe, as it opens the port on every node.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types
"""

from collections.abc import Iterator

from kgen.kubernetes.service import EXTERNAL_NAME, NODE_PORT, Service
from kgen.lint.fix.fix import Fix, Safety, safe, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import delete_entry, insert_first
from kgen.syntax.node import Node
from kgen.wiring.service_manifest import ServiceManifest

_WITHOUT_NODE_PORTS = ("ClusterIP", EXTERNAL_NAME)


@rule("nodeport-wrong-type", Severity.ERROR, fix=Safety.UNSAFE)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report every nodePort of a Service that is not of a type to have one; 0 and null ask for none."""
    service = manifest.service
    kind = service.defaulted.type
    if not manifest.is_complete or kind not in _WITHOUT_NODE_PORTS:
        return
    for port in service.ports:
        if port.node_port is not None:
            yield Problem(
                port.node_port,
                f"{service} is {_described(service)} and opens no node port `{port.node_port.value}`",
                related=() if service.type_node is None else (Label(service.type_node, f"type {kind} is given here"),),
                help=_way_out(service),
                resource=service.resource,
                label="needs `type: NodePort` or `LoadBalancer`",
                severity=Severity.WARNING if kind == EXTERNAL_NAME else None,
                fix=_fix(service, port.node_port),
            )


def _fix(service: Service, node_port: Node) -> Fix | None:
    """Where the type is given, it is the number that is too much; else it is the type that is missing."""
    if service.type_node is not None or service.headless_node is not None:
        return safe("take `nodePort` out", delete_entry(node_port))
    opened = insert_first(service.spec, "type", NODE_PORT) if service.spec is not None else None
    return unsafe(f"write `type: {NODE_PORT}`", opened)


def _described(service: Service) -> str:
    if service.headless_node is not None:
        return "headless"
    return f"of type {service.type}" if service.type else "of type ClusterIP by default"


def _way_out(service: Service) -> str:
    if service.headless_node is not None:
        return "take nodePort out, or make it a NodePort with a cluster IP"
    return "write `type: NodePort`, or take nodePort out"
