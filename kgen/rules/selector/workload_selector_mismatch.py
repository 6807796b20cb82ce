"""A workload's selector does not match the labels of its own pod template.

## Why
The API server refuses such a workload: its controller would create pods and never find them again. Since `apps/v1` a
selector is also required; the versions before took the template's labels.

## Bad
```yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web  # error: workload-selector-mismatch
  template:
    metadata:
      labels:
        app: website
    spec:
      containers:
        - name: web
          image: nginx:1.27
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
        version: v1
    spec:
      containers:
        - name: web
          image: nginx:1.27
```

## How to fix
Make every label of the selector a label of the template. Change the template where the workload runs already: its
selector cannot be changed.

## Fix safety
The fix labels the template as the selector asks, never the other way round. It is unsafe: a Service may select the pods
by the present label. A selector that lacks gets all labels of the template; that is unsafe, as it cannot be changed
later.

## References
- https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector
- https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
"""

from collections.abc import Iterator

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Operator, Requirement
from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.fix.missing_selector import missing_selector
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import insert_first
from kgen.syntax.edit.values import replace_value
from kgen.wiring.evidence import SelectorMissing, SelectorUnmet
from kgen.wiring.outcome import Broken
from kgen.wiring.reference import WorkloadSelection


@rule("workload-selector-mismatch", Severity.ERROR, fix=Safety.UNSAFE)
def check(selection: WorkloadSelection) -> Iterator[Problem]:
    """Report what of a selector the template does not meet, or that there is none."""
    if not isinstance(selection.outcome, Broken):
        return
    match selection.outcome.evidence:
        case SelectorUnmet(unmet):
            yield from (_unmet(selection.pod, requirement) for requirement in unmet)
        case SelectorMissing():
            yield _missing(selection.pod)


def _unmet(pod: PodTemplate, requirement: Requirement) -> Problem:
    value = pod.labels.get(requirement.key)
    found = f"the template has no label `{requirement.key}`" if value is None else f"here it is `{value}`"
    return Problem(
        requirement.node,
        f"selector `{requirement}` of {pod} is not met by its own pod template",
        related=(Label(pod.label_node(requirement.key), found, on_key=value is None),),
        help=f"make the template meet `{requirement}`, or take it out of the selector",
        resource=pod.resource,
        label="not met by the template's labels",
        fix=_fix(pod, requirement),
    )


def _fix(pod: PodTemplate, requirement: Requirement) -> Fix | None:
    """Of the two it is the template that can be changed while the workload runs."""
    if requirement.operator is not Operator.IN or len(requirement.values) != 1 or not pod.labels:
        return None
    (value,) = requirement.values
    node = pod.label_node(requirement.key)
    given = requirement.key in pod.labels
    edit = replace_value(node, value) if given else insert_first(node, requirement.key, value)
    return unsafe(f"label the template `{requirement.key}: {value}`", edit)


def _missing(pod: PodTemplate) -> Problem:
    return Problem(
        pod.resource.name_node,
        f"{pod} has no selector, which {pod.resource.api_version} requires",
        related=(Label(pod.labels_node, "the template's labels are here", on_key=True),),
        help="repeat labels of the template in `spec.selector.matchLabels`",
        resource=pod.resource,
        label="has no `spec.selector`",
        fix=unsafe("select all labels of the template", missing_selector(pod)),
    )
