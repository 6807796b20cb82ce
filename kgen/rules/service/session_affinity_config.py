"""The session affinity of a Service is none that Kubernetes has, or is not in force.

## Why
`sessionAffinity` is `ClientIP` or `None`, and `ClientIP` keeps a client at its pod for 1 to 86400 seconds; the API
server refuses other values. Settings without `ClientIP` are worse: the API server drops them without a word, and
clients are sent to any pod.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  sessionAffinityConfig:  # error: session-affinity-config
    clientIP:
      timeoutSeconds: 600
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
  sessionAffinity: ClientIP
  sessionAffinityConfig:
    clientIP:
      timeoutSeconds: 600
  selector:
    app: web
  ports:
    - port: 80
```

## How to fix
Write `sessionAffinity: ClientIP`, and a timeout of up to 86400 seconds, which is one day.

## Fix safety
To correct a spelling, and to take settings out beside `sessionAffinity: None`, is safe. To write `ClientIP` where it is
left out, and 86400 for longer timeouts, is unsafe: clients come to other pods than before.

## References
- https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity
"""

from collections.abc import Iterator

from kgen.kubernetes.service import Service
from kgen.lint.fix.fix import Fix, Safety, safe, unsafe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import delete_entry, insert_before
from kgen.syntax.edit.values import replace_value
from kgen.syntax.node import Node
from kgen.wiring.placeholder import is_placeholder
from kgen.wiring.service_manifest import ServiceManifest

_CLIENT_IP = "ClientIP"
_AFFINITIES = (_CLIENT_IP, "None")
_LONGEST = 86400  # seconds


@rule("session-affinity-config", Severity.ERROR, fix=Safety.UNSAFE)
def check(manifest: ServiceManifest) -> Iterator[Problem]:
    """Report values that are refused, in patches too, and the settings of a Service without affinity."""
    service = manifest.service
    yield from _affinity(service)
    if manifest.is_complete and service.defaulted.session_affinity == "None":
        yield from _dropped(service)
    else:
        yield from _timeout(service)


def _affinity(service: Service) -> Iterator[Problem]:
    node = service.session_affinity
    text = None if node is None else node.string()
    if node is not None and text is not None and text not in _AFFINITIES and not is_placeholder(text):
        yield Problem(
            node,
            f"sessionAffinity `{text}` of {service} is neither `ClientIP` nor `None`",
            help="write `sessionAffinity: ClientIP`, or take it out",
            resource=service.resource,
            label="not an affinity",
            fix=_spelling(node, text),
        )


def _spelling(node: Node, text: str) -> Fix | None:
    meant = next((known for known in _AFFINITIES if known.casefold() == text.strip().casefold()), None)
    return None if meant is None else safe(f"write `{node.key}: {meant}`", replace_value(node, meant))


def _dropped(service: Service) -> Iterator[Problem]:
    node = service.session_affinity_config
    if node is not None:
        yield Problem(
            node,
            f"sessionAffinityConfig of {service} is dropped: its session affinity is `None`",
            help="write `sessionAffinity: ClientIP`, or take it out",
            on_key=True,
            resource=service.resource,
            label="without `sessionAffinity: ClientIP`",
            severity=Severity.WARNING,
            fix=_settled(service, node),
        )


def _settled(service: Service, node: Node) -> Fix | None:
    """Where somebody said that there is none, the settings are too much; else it is the affinity that is missing."""
    if service.session_affinity is not None:
        return safe(f"take `{node.key}` out", delete_entry(node))
    return unsafe(f"write `sessionAffinity: {_CLIENT_IP}`", insert_before(node, "sessionAffinity", _CLIENT_IP))


def _timeout(service: Service) -> Iterator[Problem]:
    node = service.session_affinity_timeout
    seconds = None if node is None else node.integer()
    if node is not None and seconds is not None and not 0 < seconds <= _LONGEST:
        yield Problem(
            node,
            f"timeoutSeconds `{seconds}` of {service} is not between 1 and {_LONGEST}",
            help=f"write up to {_LONGEST}, which is one day",
            resource=service.resource,
            label=f"not in 1-{_LONGEST}",
            fix=unsafe(f"write `{_LONGEST}`", replace_value(node, _LONGEST)) if seconds > _LONGEST else None,
        )
