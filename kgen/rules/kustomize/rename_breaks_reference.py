"""A prefix or suffix renames an object, and a reference to it keeps the old name.

## Why
`namePrefix` and `nameSuffix` change the names of all objects of a kustomization, and kustomize changes the references
to them in the fields that it knows: those of Kubernetes' own kinds. Gateway API routes, VirtualServices, IngressRoutes,
ScaledObjects and other custom resources are not among these. They go on naming an object that is no longer there, and
the cluster takes them without a word.

## Bad
```yaml
# kustomization.yaml
namePrefix: dev-
resources: [web.yaml]
---
# web.yaml
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports: [{port: 80}]
  selector: {app: web}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web}
spec:
  rules:
    - backendRefs:
        - {name: web, port: 80}  # error: rename-breaks-reference
```

## Good
```yaml
# kustomization.yaml
namePrefix: dev-
resources: [web.yaml]
configurations: [names.yaml]
---
# names.yaml
nameReference:
  - kind: Service
    fieldSpecs:
      - {kind: HTTPRoute, path: spec/rules/backendRefs/name}
---
# web.yaml
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports: [{port: 80}]
  selector: {app: web}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web}
spec:
  rules:
    - backendRefs:
        - {name: web, port: 80}
```

## How to fix
Teach kustomize the field with a `nameReference` in a file of `configurations`, as above, or patch the reference in the
overlay. A reference in the base has to keep the name that the object has there.

## References
- https://github.com/kubernetes-sigs/kustomize/blob/master/examples/transformerconfigs/README.md
- https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/konfig/builtinpluginconsts/namereference.go
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.render_fault import LostName


@rule("rename-breaks-reference", Severity.WARNING)
def check(lost: LostName) -> Iterator[Problem]:
    """Report a name that nothing has any more once the kustomization is built."""
    renamed = lost.renamed
    old = renamed.name_node.written.string()
    yield Problem(
        lost.place,
        f"{lost.resource} names {renamed.kind} `{old}`, which is called `{renamed.name}` once it is rendered",
        related=(Label(renamed.name_node, f"becomes `{renamed.name}`"),),
        help="add a `nameReference` for this field to the kustomization's `configurations`, or patch the reference",
        resource=lost.resource,
        label="kustomize leaves this name as it is",
    )
