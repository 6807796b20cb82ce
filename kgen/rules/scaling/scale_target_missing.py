"""An autoscaler names a workload that is not there, and the repository shows which was meant.

## Why
The autoscaler is accepted and never scales anything; its status says so, and nobody reads that. Custom resources may be
scaled too, and charts bring workloads of their own, so a name that is missing proves little: this rule reports a name
or a kind that just misses a workload, one in another namespace, and a built-in kind in an API group that has no such.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: carts
spec:
  selector:
    matchLabels:
      app: carts
  template:
    metadata:
      labels:
        app: carts
    spec:
      containers:
        - name: carts
          image: example.com/carts:1.4
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: cart  # error: scale-target-missing
  maxReplicas: 5
```

## Good
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: carts
spec:
  selector:
    matchLabels:
      app: carts
  template:
    metadata:
      labels:
        app: carts
    spec:
      containers:
        - name: carts
          image: example.com/carts:1.4
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: carts
  maxReplicas: 5
```

## How to fix
Write `apiVersion`, `kind` and `name` of the workload as they stand in its manifest.

## Fix safety
The fix writes the workload that is meant. It is unsafe: it is scaled from then on.

## When to ignore
When the workload is created by something that the repository does not show.

## References
- https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
- https://keda.sh/docs/latest/reference/scaledobject-spec/#scaletargetref
"""

from collections.abc import Iterator

from kgen.kubernetes.pod_template import PodTemplate
from kgen.lint.fix.fix import Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.wiring.operation_reference import Scaling
from kgen.wiring.outcome import Broken
from kgen.wiring.scale_evidence import OtherGroup, OtherKind, OtherName, TargetElsewhere


@rule("scale-target-missing", Severity.ERROR, fix=Safety.UNSAFE)
def check(scaling: Scaling) -> Iterator[Problem]:
    """Report a target that is proven to be another one."""
    if not isinstance(scaling.outcome, Broken):
        return
    match scaling.outcome.evidence:
        case OtherGroup(api_version):
            yield _other_group(scaling, api_version)
        case OtherKind(pod):
            yield _missing(scaling, pod, "kind", pod.resource.kind)
        case OtherName(pod):
            yield _missing(scaling, pod, "name", pod.resource.name)
        case TargetElsewhere(pod):
            yield _elsewhere(scaling, pod)


def _other_group(scaling: Scaling, api_version: str) -> Problem:
    autoscaler = scaling.autoscaler
    given = autoscaler.target.get("apiVersion")
    said = "names no `apiVersion`" if given is None else f"is sought in `{given.value}`"
    return Problem(
        autoscaler.node("apiVersion"),
        f"{scaling} {said}, and `{autoscaler.kind}` is in `{api_version}`",
        help=f"write `apiVersion: {api_version}`",
        on_key=given is None,
        resource=scaling.resource,
        label="no API server has this kind here",
        fix=None if given is None else unsafe(f"write `apiVersion: {api_version}`", replace_value(given, api_version)),
    )


def _missing(scaling: Scaling, pod: PodTemplate, field: str, meant: str) -> Problem:
    return Problem(
        scaling.autoscaler.node(field),
        f"{scaling} is not there; {pod} is",
        related=(Label(pod.resource.name_node, f"{pod} is here"),),
        help=f"write `{field}: {meant}`",
        resource=scaling.resource,
        label="no workload is called this",
        fix=unsafe(f"write `{field}: {meant}`", replace_value(scaling.autoscaler.node(field), meant)),
    )


def _elsewhere(scaling: Scaling, pod: PodTemplate) -> Problem:
    own, other = scaling.resource.namespace, pod.resource.namespace
    return Problem(
        scaling.place,
        f"{scaling} is not in namespace `{own}`; {pod} is in `{other}`",
        related=(Label(pod.resource.name_node, f"{pod} is in namespace `{other}`"),),
        help="an autoscaler scales workloads of its own namespace only: move one of them",
        resource=scaling.resource,
        label=f"there is one in namespace `{other}`",
    )
