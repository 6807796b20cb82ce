"""An Ingress names a port by a name that Ingresses cannot write.

## Why
The name of a Service's port may have 63 characters, or consist of digits. An Ingress names a port by up to 15
characters with a letter among them and no two hyphens in a row. The Service is legal, the Ingress that uses the name is
refused.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector:
    app: shop
  ports:
    - name: shop-front-end-http
      port: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  defaultBackend:
    service:
      name: shop
      port:
        name: shop-front-end-http  # error: unreferencable-port-name
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector:
    app: shop
  ports:
    - name: shop-front-end-http
      port: 80
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  defaultBackend:
    service:
      name: shop
      port:
        number: 80
```

## How to fix
Write the port's number in the Ingress, or give the Service's port a shorter name.

## Fix safety
The fix writes the number in the Ingress. It is unsafe: unlike the name it does not follow the Service's port.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend
- https://www.rfc-editor.org/rfc/rfc6335#section-5.1
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family
from kgen.kubernetes.names import port_name
from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_key, replace_value
from kgen.syntax.node import Node
from kgen.wiring.backend_reference import BackendReference


@rule("unreferencable-port-name", Severity.WARNING, fix=Safety.UNSAFE)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report the name of an existing port in an Ingress that may not hold it."""
    node, service = reference.backend.port_node, reference.service
    name = None if node is None else node.string()
    if reference.backend.family is not Family.INGRESS or node is None or service is None or not name:
        return
    port = next((port for port in service.ports if port.name == name), None)
    if port is None or not port_name(name):
        return
    yield Problem(
        node,
        f"{reference.resource} names port `{name}` of {service}, and takes up to 15 characters, one a letter",
        related=(Label(port.name_node or port.node, "legal here"),),
        help=f"write `number: {port.number}`, or give the port a shorter name",
        resource=reference.resource,
        label="; ".join(port_name(name)),
        fix=None if port.number is None else _fix(node, port.number),
    )


def _fix(node: Node, number: int) -> Fix | None:
    """The beta versions have one field for names and numbers."""
    value = replace_value(node, number)
    if node.key != "name":
        return unsafe(f"write `{node.key}: {number}`", value)
    return unsafe(f"write `number: {number}`", replace_key(node, "number"), value)
