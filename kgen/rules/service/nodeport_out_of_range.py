"""A nodePort is outside of the cluster's range.

## Why
The API server hands out node ports from one range, 30000-32767 unless it was started with another
`--service-node-port-range`, and refuses a Service that asks for a number outside of it. The ports of a LoadBalancer
and its `healthCheckNodePort` come from the same range. A `nodePort` of 0 asks for any free number and is fine.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: hello-nginx
spec:
  type: NodePort
  selector:
    run: hello-nginx
  ports:
    - port: 8181
      targetPort: 80
      nodePort: 9090  # error: nodeport-out-of-range
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: hello-nginx
spec:
  type: NodePort
  selector:
    run: hello-nginx
  ports:
    - port: 8181
      targetPort: 80
      nodePort: 30003
```

## How to fix
Choose a free number of the range, or leave `nodePort` out to get one. Where the cluster has another range, say so in
`.kgen.yaml`: `node-port-range: 20000-32767`.

## Fix safety
The fix writes the lowest number of the range's static band that nothing in the repository asks for. It is unsafe:
clients and firewalls may expect another one, and a Service that the repository does not show may have it.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
- https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
"""

from collections.abc import Iterator

from kgen.config.model import Config
from kgen.lint.fix.fix import Safety
from kgen.lint.fix.node_ports import another_requested
from kgen.lint.part_of_text import part_of_text
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.node_port_request import NodePortRequest


@rule("nodeport-out-of-range", Severity.ERROR, fix=Safety.UNSAFE)
def check(request: NodePortRequest, config: Config) -> Iterator[Problem]:
    """Report every number asked of the range that is not in it; 0 asks for any."""
    low, high = config.node_port_range
    key, number = request.key, request.number
    if number and not low <= number <= high:
        yield Problem(
            part_of_text(request.node, request.part) if request.part else request.node,
            f"{key} `{number}` of {request.what} is outside of the range {low}-{high}",
            help=f"choose a free number from {low} to {high}, or leave {key} out to get one",
            resource=request.resource,
            label=f"not in {low}-{high}",
            fix=another_requested(request),
        )
