"""The number of a port is not between 1 and 65535.

## Why
TCP, UDP and SCTP number their ports with 16 bits, and 0 is none. The API server refuses any other number in `port`,
`targetPort`, `containerPort` and `hostPort`. A `targetPort` or `hostPort` of 0 is as if left out.

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
      targetPort: 80801  # error: port-out-of-range
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
      targetPort: 8081
```

## How to fix
Write the number that the program listens on.

## References
- https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
- https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
"""

from collections.abc import Iterator

from kgen.kubernetes.port_entry import PortEntry
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity

_MAY_BE_ZERO = ("targetPort", "hostPort")
_OTHER_RANGE = "nodePort"


@rule("port-out-of-range", Severity.ERROR)
def check(entry: PortEntry) -> Iterator[Problem]:
    """Report every number that is none of a port, in patches too; node ports have a range of their own."""
    for node in entry.numbers:
        number = node.integer()
        if number is None or 1 <= number <= 65535 or node.key == _OTHER_RANGE:
            continue
        if number != 0 or node.key not in _MAY_BE_ZERO:
            yield Problem(
                node,
                f"{node.key} `{number}` of {entry.resource} is not between 1 and 65535",
                help="write the number that the program listens on",
                resource=entry.resource,
                label="not in 1-65535",
            )
