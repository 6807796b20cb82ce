"""A selector asks for a label that changes with each release.

## Why
`pod-template-hash` and `controller-revision-hash` are computed from the pod template, `helm.sh/chart` and
`app.kubernetes.io/version` hold a version. With the next release a Service that asks for them loses the pods of one
release or the other, and a workload can no longer be updated at all, as its selector cannot be changed.

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
      helm.sh/chart: web-1.4.0  # error: unstable-selector-label
  template:
    metadata:
      labels:
        app: web
        helm.sh/chart: web-1.4.0
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
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
        helm.sh/chart: web-1.4.0
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
```

## How to fix
Leave the label out of the selector. A workload that exists has to be deleted and created anew.

## Fix safety
The fix takes the label out of the selector of a Service. It is unsafe: the Service then selects the pods of other
releases as well. The selector of a workload is left alone.

## When to ignore
When the Service is meant for one release of several that run side by side.

## References
- https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
- https://helm.sh/docs/chart_best_practices/labels/
- https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template-hash-label
"""

from collections.abc import Iterator

from kgen.lint.fix.fix import Safety, unsafe
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.entries import delete_entry
from kgen.wiring.selector_fault import UnstableLabel


@rule("unstable-selector-label", Severity.WARNING, fix=Safety.UNSAFE)
def check(label: UnstableLabel) -> Iterator[Problem]:
    """Report each such label of a Service or a workload."""
    key = label.requirement.key
    consequence = "cannot be changed" if label.frozen else "then misses the pods"
    yield Problem(
        label.requirement.node,
        f"label `{key}` changes with each release, and the selector of {label.resource} {consequence}",
        help=f"leave `{key}` out of the selector",
        on_key=True,
        resource=label.resource,
        label="changes with each release",
        # A selector that is frozen could be changed only together with the workload's deletion.
        fix=None if label.frozen else unsafe(f"take `{key}` out", delete_entry(label.requirement.node)),
    )
