"""A manifest stands beside a kustomization that does not list it.

## Why
kustomize applies what is listed and nothing else. A file that was added to the folder and not to `resources` looks as
if it were in use, is kept up to date by everybody, and never reaches the cluster.

## Bad
```yaml
# kustomization.yaml
resources:
  - deployment.yaml
  - service.yaml
---
# deployment.yaml
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec:
  containers: [{name: web, image: example.com/web:1}]
---
# service.yaml
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports: [{port: 80}]
  selector: {app: web}
---
# policy.yaml
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web  # error: unreferenced-manifest
spec:
  selector: {matchLabels: {app: web}}
```

## Good
```yaml
# kustomization.yaml
resources:
  - deployment.yaml
  - policy.yaml
---
# deployment.yaml
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec:
  containers: [{name: web, image: example.com/web:1}]
---
# policy.yaml
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
```

## How to fix
List the file in `resources`, or delete it. A comment that names it, such as `# - policy.yaml` among the `resources`,
says that it is left out on purpose.

## When to ignore
When something else applies the file. kgen tells of a file only if its kustomization lists most of the others in the
folder, and no kustomization of the repository names it.

## References
- https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.unreferenced import Unreferenced


@rule("unreferenced-manifest", Severity.INFO)
def check(found: Unreferenced) -> Iterator[Problem]:
    """Report the first object of a file that is never applied."""
    resource, file = found.resource, found.resource.path.rpartition("/")[2]
    yield Problem(
        resource.name_node,
        f"{resource} is not applied: no kustomization lists `{file}`",
        related=(Label(found.kustomization.node, "its neighbours are listed here"),),
        help=f"add `{file}` to the `resources` of `{found.kustomization.path}`, or delete it",
        resource=resource,
        label="in a file that nothing lists",
    )
