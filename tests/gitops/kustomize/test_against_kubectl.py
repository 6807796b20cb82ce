"""Random overlays, built here and by `kubectl kustomize`; only where a kubectl with kustomize 5.5 is on PATH."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.syntax.emit.yaml import to_yaml
from kgen.syntax.value import Data
from tests.gitops.kustomize.rendering import built, printed, write

_VERSION = "Kustomize Version: v5.5."
_BASE = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, annotations: {note: kept}}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: robot
      containers:
      - {name: a, image: "nginx:1", ports: [{containerPort: 80, protocol: TCP}, {containerPort: 80, protocol: UDP}]}
      - {name: b, image: example.com/app, env: [{name: X, value: "1"}], resources: {}}
      volumes: [{name: v, configMap: {name: settings}}]
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: 80}]}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: robot, namespace: other}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
subjects: [{kind: ServiceAccount, name: robot, namespace: other}, {kind: ServiceAccount, name: default}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: web}
"""
_PORTS: st.SearchStrategy[Data] = st.lists(
    st.fixed_dictionaries(
        {"containerPort": st.sampled_from([80, 81])},
        optional={"name": st.sampled_from(["http", "other"]), "protocol": st.sampled_from(["TCP", "UDP"])},
    ),
    max_size=3,
)
_CONTAINER: st.SearchStrategy[Data] = st.fixed_dictionaries(
    {"name": st.sampled_from(["a", "b", "c"])},
    optional={
        "ports": _PORTS,
        "image": st.sampled_from(["nginx", "other:2"]),
        "env": st.just([{"name": "X", "value": None}, {"name": "Y", "value": "2"}]),
        "$patch": st.sampled_from(["delete", "replace", "merge"]),
        "resources": st.sampled_from([None, {}, {"limits": {"cpu": 1}}]),
    },
)
_OVERLAYS: st.SearchStrategy[dict[str, Data]] = st.fixed_dictionaries(
    {},
    optional={
        "namespace": st.just("shop"),
        "namePrefix": st.just("dev-"),
        "nameSuffix": st.just("-x"),
        "commonLabels": st.just({"team": "shop"}),
        "commonAnnotations": st.just({"by": "test"}),
        "images": st.lists(
            st.fixed_dictionaries(
                {"name": st.sampled_from(["nginx", "example.com/app"])},
                optional={"newTag": st.just("9"), "newName": st.just("z"), "digest": st.just("sha256:1")},
            ),
            max_size=2,
        ),
        "configMapGenerator": st.just([{"name": "settings", "literals": ["a=b"]}]),
        "replicas": st.just([{"name": "web", "count": 3}]),
        "labels": st.sampled_from([[{"pairs": {"l": "1"}}], [{"pairs": {"l": "1"}, "includeTemplates": True}]]),
    },
)


@pytest.fixture(scope="module")
def kubectl() -> str:
    """A kubectl that has the version of kustomize which kgen follows."""
    found = shutil.which("kubectl")
    if found is None or _VERSION not in _run([found, "version", "--client"]).stdout:
        pytest.skip("no kubectl with kustomize 5.5 on PATH")
    return found


@settings(deadline=None, max_examples=25)
@given(overlay=_OVERLAYS, containers=st.lists(_CONTAINER, max_size=3, unique_by=str))
def test_the_text_is_the_same(kubectl: str, overlay: dict[str, Data], containers: list[Data]) -> None:
    patch: Data = {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "web"},
        "spec": {"template": {"spec": {"containers": containers}}},
    }
    with TemporaryDirectory() as folder:
        root = Path(folder)
        fields: dict[str, Data] = {**overlay, "resources": ["all.yaml"], "patches": [{"path": "patch.yaml"}]}
        files = {"all.yaml": _BASE, "patch.yaml": to_yaml(patch), "kustomization.yaml": to_yaml(fields)}
        write(root, files)
        expected = _run([kubectl, "kustomize", folder])
        found = built(root)
        assert found.is_complete is (expected.returncode == 0), (expected.stderr, found.problems)
        assert not found.is_complete or printed(found) == expected.stdout


def _run(argv: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(argv, capture_output=True, text=True, check=False)
