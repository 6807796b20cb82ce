"""A kustomization cannot be built.

## Why
kustomize, and with it kubectl, Flux and Argo CD, refuses the whole kustomization for one entry that it does not
understand or that has nothing to act on. Nothing of it is applied any more, and in a cluster that runs already nothing
changes: the objects just stay as they were. As long as it is so, kgen checks no reference that leads through it.

## Bad
```yaml
# kustomization.yaml
resources: []
namePrefix: dev-
patches:
  - patch: |  # error: render-failed
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {type: NodePort}
```

## Good
```yaml
# kustomization.yaml
resources: []
namePrefix: dev-
```

## How to fix
`kubectl kustomize FOLDER` and `kgen render FOLDER` say the same. Mend what the message names: most often a patch of an
object that was renamed, a field of an older version of kustomize, or an object that is listed twice.

## When to ignore
When the folder is the input of something that is no kustomize of today.

## References
- https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
"""

from collections.abc import Iterator

from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.render_failure import RenderFailure


@rule("render-failed", Severity.WARNING)
def check(failure: RenderFailure) -> Iterator[Problem]:
    """Report why a kustomization is refused, at the entry that asks for the impossible."""
    yield Problem(
        failure.node,
        f"kustomize refuses `{failure.unit}`: {failure.reason}",
        help=f"`kgen render {failure.unit.folder or '.'}` shows what is left; nothing that leads through it is checked",
        label="cannot be done",
    )
