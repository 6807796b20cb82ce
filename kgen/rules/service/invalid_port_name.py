"""The name of a Service's port, or of the port it leads to, is none that Kubernetes takes.

## Why
The name of a Service's port is a DNS label: lower case letters, digits and hyphens, up to 63 characters, each name once
in a Service. A `targetPort` that is a name is the name of a container port, which has up to 15 characters and at least
one letter. The API server refuses anything else.

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
    - name: web_http  # error: invalid-port-name
      port: 80
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
    - name: web-http
      port: 80
```

## How to fix
Write the name in lower case, with hyphens. Ingresses, monitors and others that refer to the port by its name have to
follow.

## Fix safety
Another name is unsafe, as somebody may refer to the port by the present one. A name that is a number for YAML is put
into quotes, which is safe.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services
- https://www.rfc-editor.org/rfc/rfc6335#section-5.1
"""

from collections.abc import Callable, Iterator

from kgen.kubernetes.names import dns1123_label, port_name
from kgen.kubernetes.service import Service
from kgen.lint.fix.fix import Safety, safe, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.pattern import lazy_pattern
from kgen.syntax.edit.values import quote_value, replace_value
from kgen.syntax.node import Node
from kgen.wiring.placeholder import is_name_to_fill_in

Complaints = Callable[[str], list[str]]

_ODD = lazy_pattern(r"[^a-z0-9]+")


@rule("invalid-port-name", Severity.ERROR, fix=Safety.UNSAFE)
def check(service: Service) -> Iterator[Problem]:
    """Report names of the wrong form, in patches too, and names that stand twice."""
    first: dict[str, Node] = {}
    for port in service.ports:
        node = port.name_node
        if node is None or is_name_to_fill_in(port.name):
            continue
        if node.string() is None:
            yield _not_text(service, node)
        elif dns1123_label(port.name):
            yield _malformed(service, node, "up to 63 lower case letters, digits and hyphens", dns1123_label)
        elif first.setdefault(port.name, node) is not node:
            yield _repeated(service, node, first[port.name])
    yield from _targets(service)


def _targets(service: Service) -> Iterator[Problem]:
    for port in service.ports:
        name = port.target
        if isinstance(name, str) and port_name(name) and _is_meant_as_name(name):
            form = "up to 15 lower case letters, digits and hyphens, a letter among them"
            yield _malformed(service, port.target_node, form, port_name)


def _is_meant_as_name(text: str) -> bool:
    """Whether a text is neither a quoted number, another rule's, nor to be filled in."""
    return not text.isdecimal() and not is_name_to_fill_in(text)


def _not_text(service: Service, node: Node) -> Problem:
    return Problem(
        node,
        f"name `{node.raw}` of a port of {service} is not text for YAML",
        help=f'write `name: "{node.raw}"`, or a name that says what the port serves',
        resource=service.resource,
        label="not text",
        fix=safe(f'write `name: "{node.raw}"`', quote_value(node)),
    )


def _malformed(service: Service, node: Node, form: str, complaints: Complaints) -> Problem:
    better = _ODD.sub("-", (node.string() or "").lower()).strip("-")
    is_good = not complaints(better)
    return Problem(
        node,
        f"{node.key} `{node.value}` of {service} is no port name: it takes {form}",
        help=f"write `{node.key}: {better}`" if is_good else "choose a shorter name",
        resource=service.resource,
        label="not a port name",
        fix=unsafe(f"write `{node.key}: {better}`", replace_value(node, better)) if is_good else None,
    )


def _repeated(service: Service, node: Node, other: Node) -> Problem:
    return Problem(
        node,
        f"two ports of {service} have the name `{node.value}`",
        related=(Label(other, "the first one"),),
        help="give one of them another name",
        resource=service.resource,
        label="the second one",
    )
