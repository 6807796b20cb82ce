"""Builds of anything that may stand in a kustomization."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.gitops.kustomize.kustomization_file import shape
from kgen.gitops.kustomize.shape import Shape
from kgen.syntax.emit.yaml import to_yaml
from kgen.syntax.value import Data
from tests.gitops.kustomize.rendering import built, printed, write

_OBJECTS = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec: {template: {spec: {containers: [{name: a, image: nginx}, {name: b, ports: [{containerPort: 80}]}]}}}
---
apiVersion: v1
kind: Service
metadata: {name: web, annotations: {a: b}}
spec: {selector: {app: web}, ports: [{port: 80, name: http}]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
subjects: [{kind: ServiceAccount, name: default}]
"""
_WORDS = st.sampled_from(
    [
        *("", "web", "all.yaml", "Deployment", "Service", "v1", "apps", "metadata.name", "spec/selector", "merge"),
        *("spec.template.spec.containers.*.image", "spec.ports.[name=http].port", "a=b", "x in (y)", "(", "/metadata"),
        "kind: Service\napiVersion: v1\nmetadata: {name: web}\nspec: null\n",
        "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: web}\nspec: {template: {$patch: delete}}\n",
        '[{"op": "add", "path": "/metadata/labels/x", "value": {}}, {"op": "move", "from": "/spec", "path": "/a"}]',
        "- {op: remove, path: /spec/ports/0}\n- {op: copy, from: /metadata, path: /metadata/copy}\n",
    ]
)


def _values(form: Shape) -> st.SearchStrategy[Data]:
    if form == "any":
        return st.none()
    if isinstance(form, list):
        return st.lists(_values(form[0]), max_size=2)
    if isinstance(form, dict):
        known = {key: _values(each) for key, each in form.items() if key != "*"}
        if known:
            return st.fixed_dictionaries({}, optional=known)
        return st.dictionaries(_WORDS, _values(form["*"]), max_size=2)
    if form == "string":
        return _WORDS
    return st.booleans() if form == "boolean" else st.integers(-1, 3)


def _kustomizations() -> st.SearchStrategy[dict[str, Data]]:
    form = shape("fields")
    assert isinstance(form, dict)
    fields = {key: _values(each) for key, each in form.items() if key not in ("resources", "apiVersion", "kind")}
    return st.fixed_dictionaries({}, optional=fields)


@settings(deadline=None, max_examples=120)
@given(fields=_kustomizations())
def test_never_raises_and_is_the_same_twice(fields: dict[str, Data]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, {"all.yaml": _OBJECTS, "kustomization.yaml": to_yaml({**fields, "resources": ["all.yaml"]})})
        first, second = built(root), built(root)
        assert printed(first) == printed(second)
        assert [str(each) for each in first.problems] == [str(each) for each in second.problems]


@settings(deadline=None, max_examples=60)
@given(text=st.one_of(st.text(max_size=60), st.binary(max_size=60).map(lambda data: data.decode("latin-1"))))
def test_takes_any_text_for_a_kustomization(text: str) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "kustomization.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
        assert built(root).resources == ()
