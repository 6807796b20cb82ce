"""A Service selects no pods, and the repository shows which it was meant for.

## Why
A Service without pods accepts connections and drops them: nothing refuses the manifest, and no event tells. That
nothing in a repository matches proves little, as charts and operators bring pods of their own. This rule reports a
selector that is one slip away from a pod template, that a workload of the Service's own name does not meet, that is
met by a workload's own labels and not by those of its pods, or that is met in another namespace only.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web-api
  template:
    metadata:
      labels:
        app: web-api
    spec:
      containers:
        - name: web
          image: nginx:1.27
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: webapi  # error: orphan-selector
  ports:
    - port: 80
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
      app: web-api
  template:
    metadata:
      labels:
        app: web-api
    spec:
      containers:
        - name: web
          image: nginx:1.27
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web-api
  ports:
    - port: 80
```

## How to fix
Give the Service the labels of the pod template, `spec.template.metadata.labels` of the workload. Change the Service
rather than the workload: a workload's own selector cannot be changed after it is created.

## Fix safety
The fix writes the one label that a pod template just misses. It is unsafe: the Service starts to send traffic to these
pods. Where several labels differ, or the namespace, there is none.

## When to ignore
When the labels are put on pods by something that the repository does not show.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
- https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#does-the-service-have-any-endpointslices
"""

from collections.abc import Iterator

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Requirement
from kgen.lint.fix.fix import Safety
from kgen.lint.fix.labels import near_label
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.evidence import Namesake, NearLabel, OnlyInMetadata, OtherNamespace
from kgen.wiring.outcome import Broken
from kgen.wiring.reference import Selection


@rule("orphan-selector", Severity.ERROR, fix=Safety.UNSAFE)
def check(selection: Selection) -> Iterator[Problem]:
    """Report a selector that is proven to miss its pods."""
    if not isinstance(selection.outcome, Broken):
        return
    match selection.outcome.evidence:
        case NearLabel() as evidence:
            yield _near_label(selection, evidence)
        case Namesake(pod, unmet):
            yield _unmet(selection, pod, unmet, "other labels")
        case OnlyInMetadata(pod, unmet):
            yield _unmet(selection, pod, unmet, "these labels itself, not on its pods")
        case OtherNamespace(pods):
            yield _other_namespace(selection, pods)


def _near_label(selection: Selection, evidence: NearLabel) -> Problem:
    pod, label = evidence.pod, f"{evidence.key}: {evidence.value}"
    return Problem(
        evidence.requirement.node,
        f"{_matches_nothing(selection)}; {pod} has `{label}`",
        related=(Label(pod.label_node(evidence.key), f"{pod} has `{label}`"),),
        help=f"write `{label}` in the selector",
        on_key=evidence.key != evidence.requirement.key,
        resource=selection.service.resource,
        label=f"no pod has `{evidence.requirement}`",
        fix=near_label(evidence.requirement, evidence.key, evidence.value, pod),
    )


def _unmet(selection: Selection, pod: PodTemplate, unmet: tuple[Requirement, ...], difference: str) -> Problem:
    labels = ", ".join(f"{key}: {value}" for key, value in pod.labels.items())
    return Problem(
        unmet[0].node,
        f"{_matches_nothing(selection)}; {pod} has {difference}",
        related=(Label(pod.labels_node, f"pods of {pod} are labelled here", on_key=bool(labels)),),
        help=f"select `{labels}`, or label the pods of {pod}" if labels else f"label the pods of {pod}",
        resource=selection.service.resource,
        label=f"pods of {pod} do not have it",
    )


def _other_namespace(selection: Selection, pods: tuple[PodTemplate, ...]) -> Problem:
    own, other = selection.service.resource, pods[0].resource
    return Problem(
        selection.selector.requirements[0].node,
        f"{_matches_nothing(selection)} in namespace `{own.namespace}`; {pods[0]} is in `{other.namespace}`",
        related=tuple(Label(pod.labels_node, f"{pod} in namespace `{pod.resource.namespace}`") for pod in pods),
        help="a Service selects pods of its own namespace only: move one of them",
        resource=own,
        label=f"met in namespace `{other.namespace}` only",
    )


def _matches_nothing(selection: Selection) -> str:
    return f"selector `{selection.selector}` of {selection.service} matches no pod template"
