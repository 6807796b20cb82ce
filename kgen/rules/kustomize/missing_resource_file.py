"""A kustomization lists a file or folder that is not there.

## Why
kustomize, and with it kubectl, Flux and Argo CD, refuses to build a kustomization with an entry that it cannot find, so
nothing of it is applied any more. Nothing tells before, because the file that was moved or renamed is another one.

## Bad
```yaml
# kustomization.yaml
resources:
  - deploymnet.yaml  # error: missing-resource-file
```

## Good
```yaml
# kustomization.yaml
resources: []
```

## How to fix
Write the path as it is now, relative to the kustomization's folder, or remove the entry.

## When to ignore
When the file is made before kustomize runs. A file that .gitignore names is taken for one of these, and so is every
file of a kustomization that also lacks what its ConfigMaps and Secrets are made from.

## References
- https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/resource/
"""

from collections.abc import Iterator

from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.missing_file import MissingFile


@rule("missing-resource-file", Severity.ERROR)
def check(missing: MissingFile) -> Iterator[Problem]:
    """Report what kustomize would look for in vain."""
    near = f"did you mean `{missing.near}`?" if missing.near else "write the path as it is now, or remove the entry"
    yield Problem(
        missing.node,
        f"`{missing.path}` is listed by `{missing.kustomization.path}` and is not there",
        help=near,
        label="no such file or folder",
    )
