"""A hostPort differs from the containerPort of a pod on the host network.

## Why
Such a pod has no network of its own, so the container's port is the node's port. The API server refuses any other
number in `hostPort`, and fills it in where it is left out.

## Bad
```yaml
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: proxy
spec:
  selector:
    matchLabels:
      app: proxy
  template:
    metadata:
      labels:
        app: proxy
    spec:
      hostNetwork: true
      containers:
        - name: proxy
          image: example.com/proxy:1.4
          ports:
            - containerPort: 8080
              hostPort: 80  # error: host-network-port-mismatch
```

## Good
```yaml
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: proxy
spec:
  selector:
    matchLabels:
      app: proxy
  template:
    metadata:
      labels:
        app: proxy
    spec:
      hostNetwork: true
      containers:
        - name: proxy
          image: example.com/proxy:1.4
          ports:
            - containerPort: 8080
```

## How to fix
Leave `hostPort` out. To map one number to another, take the pod off the host network instead.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
"""

from collections.abc import Iterator

from kgen.kubernetes.host_port import host_network, host_port_node
from kgen.kubernetes.pod_template import PodTemplate
from kgen.lint.fix.fix import Safety, safe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import delete_entry


@rule("host-network-port-mismatch", Severity.ERROR, fix=Safety.SAFE)
def check(pod: PodTemplate) -> Iterator[Problem]:
    """Report both numbers where they differ, in a patch too, as one that says all three means them together."""
    network = host_network(pod)
    if network is None:
        return
    for container in pod.containers:
        for port in container.ports:
            node = host_port_node(port)
            if node is not None and port.number is not None and node.value != port.number:
                yield Problem(
                    node,
                    f"hostPort `{node.value}` of {pod} is not its containerPort `{port.number}` on the host network",
                    related=(Label(port.number_node, "the container's"), Label(network, "shares the node's network")),
                    help=f"write `hostPort: {port.number}`, or leave it out",
                    resource=pod.resource,
                    label=f"not {port.number}",
                    fix=safe("take `hostPort` out", delete_entry(node)),
                )
