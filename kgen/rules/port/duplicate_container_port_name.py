"""Two container ports of a pod have the same name.

## Why
A Service that asks for the name gets the first one: containers are searched in the order they are written, sidecars
after the others, and the second port is never found. In one container the API server refuses the second name.

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
            - name: metrics
              containerPort: 9090
        - name: log
          image: example.com/log:1.4
          ports:
            - name: metrics  # error: duplicate-container-port-name
              containerPort: 9091
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
            - name: metrics
              containerPort: 9090
        - name: log
          image: example.com/log:1.4
          ports:
            - name: log-metrics
              containerPort: 9091
```

## How to fix
Give one of them another name. One port that is served with two protocols may have one name in two containers, and needs
two names in one.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
- https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
"""

from collections.abc import Iterator

from kgen.kubernetes.container import Container, ContainerPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.placeholder import is_name_to_fill_in


@rule("duplicate-container-port-name", Severity.WARNING)
def check(pod: PodTemplate) -> Iterator[Problem]:
    """Report the later of two ports; a patch is merged by number and makes no second one."""
    if not pod.is_whole:
        return
    for container in (*pod.containers, *pod.init_containers):
        yield from _in_container(pod, container)
    yield from _between_containers(pod)


def _in_container(pod: PodTemplate, container: Container) -> Iterator[Problem]:
    first: dict[str, ContainerPort] = {}
    for port in _named(container):
        other = first.setdefault(port.name, port)
        if other is not port:
            message = f"port name `{port.name}` stands twice in container `{container.name}` of {pod}"
            yield _problem(pod, port, other, message, Severity.ERROR)


def _between_containers(pod: PodTemplate) -> Iterator[Problem]:
    """What a Service asks for is a name with a protocol; two ports of one number are one place to it."""
    first: dict[tuple[str, str], tuple[Container, ContainerPort]] = {}
    for container in pod.containers:
        for port in _named(container):
            owner, other = first.setdefault((port.name, port.protocol), (container, port))
            if owner is not container and other.number != port.number:
                message = f"port `{port}` of {pod} has the name of `{other}` in container `{owner.name}`, which wins"
                yield _problem(pod, port, other, message, Severity.WARNING)


def _named(container: Container) -> Iterator[ContainerPort]:
    return (port for port in container.ports if port.name and not is_name_to_fill_in(port.name))


def _problem(pod: PodTemplate, port: ContainerPort, other: ContainerPort, message: str, severity: Severity) -> Problem:
    return Problem(
        port.name_node,
        message,
        related=(Label(other.name_node, "the first one"),),
        help="give one of them another name",
        resource=pod.resource,
        label="the second one",
        severity=severity,
    )
