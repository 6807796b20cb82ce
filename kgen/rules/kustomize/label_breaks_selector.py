"""Labels of a kustomization get into the selector of a Service whose pods are elsewhere.

## Why
`commonLabels`, and `labels` with `includeSelectors`, write their labels into the selectors of Services too. That is
right as long as the kustomization has the pods as well, which get the same labels. Pods that come from elsewhere do not
get them, and the Service selects nothing.

## Bad
```yaml
# service/kustomization.yaml
commonLabels:
  team: shop  # error: label-breaks-selector
resources: [web.yaml]
---
# service/web.yaml
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  ports: [{port: 80}]
  selector: {app: web}
---
# pods/front.yaml
apiVersion: v1
kind: Pod
metadata: {name: front, namespace: shop, labels: {app: web}}
spec:
  containers: [{name: front, image: example.com/front:1}]
```

## Good
```yaml
# service/kustomization.yaml
labels:
  - pairs: {team: shop}
resources: [web.yaml]
---
# service/web.yaml
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  ports: [{port: 80}]
  selector: {app: web}
---
# pods/front.yaml
apiVersion: v1
kind: Pod
metadata: {name: front, namespace: shop, labels: {app: web}}
spec:
  containers: [{name: front, image: example.com/front:1}]
```

## How to fix
Use `labels` without `includeSelectors`, which leaves selectors alone, or build the pods in the same kustomization.

## References
- https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/labels/
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.render_fault import NarrowedSelector


@rule("label-breaks-selector", Severity.WARNING)
def check(narrowed: NarrowedSelector) -> Iterator[Problem]:
    """Report the first label that a kustomization adds and that the pods do not have."""
    service, pod, added = narrowed.service, narrowed.pod, narrowed.added[0]
    yield Problem(
        added.node,
        f"label `{added}` gets into the selector of {service}, and {pod}, which it selected, is built without it",
        related=(Label(pod.labels_node, f"{pod} has other labels"), Label(service.resource.name_node, "this Service")),
        help="use `labels` without `includeSelectors`, or build the pods in the same kustomization",
        resource=service.resource,
        label="the pods do not get this label",
    )
