"""The name of a container port is none that Kubernetes takes.

## Why
The name of a container port is a service name of IANA: up to 15 lower case letters, digits and hyphens, at least one
letter, no hyphen at either end and no two in a row. The API server refuses anything else. The name of a Service's port
is another matter and may have 63 characters.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - name: web_admin  # error: invalid-container-port-name
              containerPort: 8080
```

## Good
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - name: web-admin
              containerPort: 8080
```

## How to fix
Write a name of this form. Services, probes and monitors that refer to the port by its name have to follow.

## Fix safety
The fix writes the name in the right form. It is unsafe: something that the repository does not show may refer to it.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
- https://www.rfc-editor.org/rfc/rfc6335#section-5.1
"""

from collections.abc import Iterator

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.names import port_name
from kgen.kubernetes.pod_template import PodTemplate
from kgen.lint.fix.fix import Safety, unsafe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.pattern import lazy_pattern
from kgen.syntax.edit.values import replace_value
from kgen.wiring.placeholder import is_name_to_fill_in

_ODD = lazy_pattern(r"[^a-z0-9]+")


@rule("invalid-container-port-name", Severity.ERROR, fix=Safety.UNSAFE)
def check(pod: PodTemplate) -> Iterator[Problem]:
    """Report names of the wrong form, in patches too; what is no text is the schema's to refuse."""
    for container in (*pod.containers, *pod.init_containers):
        for port in container.ports:
            if port.name and port_name(port.name) and not _is_to_be_filled_in(port):
                yield _problem(pod, port)


def _is_to_be_filled_in(port: ContainerPort) -> bool:
    """Whether a name in capitals stands for another; a variable that was pasted among the ports has a value."""
    return is_name_to_fill_in(port.name) and "value" not in port.node


def _problem(pod: PodTemplate, port: ContainerPort) -> Problem:
    better = _ODD.sub("-", port.name.lower()).strip("-")
    is_good = not port_name(better)
    return Problem(
        port.name_node,
        f"name `{port.name}` of a port of {pod} is none: it takes up to 15 lower case letters, digits and hyphens",
        help=f"write `name: {better}`" if is_good else "choose a name with a letter, up to 15 characters",
        resource=pod.resource,
        label="not a port name",
        fix=unsafe(f"write `name: {better}`", replace_value(port.name_node, better)) if is_good else None,
    )
