"""What is refused or built only in part, and which line is to blame."""

from pathlib import Path

import pytest

from kgen.gitops.kustomize.problem import Cause
from tests.gitops.kustomize.rendering import built, printed, sections, write

_POD = "=== pod.yaml\nkind: Pod\napiVersion: v1\nmetadata:\n  name: web\n  labels: {app: web}\n"
_K = "=== kustomization.yaml\n"


@pytest.mark.parametrize(
    ("text", "cause", "message"),
    [
        pytest.param(
            f"{_K}resources:\n- gone.yaml\n",
            Cause.MISSING,
            "kustomization.yaml:2:3: `gone.yaml` does not exist",
            id="a file that is not there",
        ),
        pytest.param(
            f"{_K}resources:\n- https://example.com/a.yaml\n",
            Cause.REMOTE,
            "kustomization.yaml:2:3: `https://example.com/a.yaml` is remote, and kgen reads nothing from the network",
            id="a file of another host",
        ),
        pytest.param(
            f"{_K}resources:\n- github.com/example/base?ref=v1\n",
            Cause.REMOTE,
            "kustomization.yaml:2:3: `github.com/example/base?ref=v1` is remote, "
            "and kgen reads nothing from the network",
            id="another repository",
        ),
        pytest.param(
            f"{_K}resources:\n- ../outside.yaml\n",
            Cause.REFUSED,
            "kustomization.yaml:2:3: `../outside.yaml` leads out of the repository",
            id="a file outside the repository",
        ),
        pytest.param(
            f"{_K}resources:\n- /etc/passwd\n",
            Cause.REFUSED,
            "kustomization.yaml:2:3: `/etc/passwd` is absolute: paths start at the kustomization's folder",
            id="an absolute path",
        ),
        pytest.param(
            f"{_K}helmCharts:\n- name: redis\n",
            Cause.UNSUPPORTED,
            "kustomization.yaml:2:1: charts are inflated by helm",
            id="a chart",
        ),
        pytest.param(
            f"{_K}resource: [pod.yaml]\n{_POD}",
            Cause.REFUSED,
            "kustomization.yaml:1:11: unknown field `resource`, did you mean `resources`?",
            id="a field that kustomizations do not have",
        ),
        pytest.param(
            f"{_K}commonLabels:\n  version: 1\n",
            Cause.REFUSED,
            "kustomization.yaml:2:12: `commonLabels.version` is no string",
            id="a label that is a number",
        ),
        pytest.param(
            f"{_K}resources: [pod.yaml, pod.yaml]\n{_POD}",
            Cause.REFUSED,
            "kustomization.yaml:1:23: `Pod web` is there already: an object may be listed only once",
            id="an object twice",
        ),
        pytest.param(
            f"{_K}resources: [.]\n",
            Cause.REFUSED,
            "kustomization.yaml:1:13: `.` is a cycle: it includes `.`",
            id="itself",
        ),
        pytest.param(
            f"{_K}resources: [a]\n=== a/kustomization.yaml\nresources: [../b]\n"
            "=== b/kustomization.yaml\nresources: [../a]\n",
            Cause.REFUSED,
            "b/kustomization.yaml:1:13: `../a` is a cycle: it includes `a`",
            id="each other",
        ),
        pytest.param(
            f"{_K}resources: [pod.yaml]\npatches:\n- patch: |-\n    kind: Pod\n    apiVersion: v1\n"
            f"    metadata: {{name: wep}}\n{_POD}",
            Cause.REFUSED,
            "kustomization.yaml:3:3: no object matches the patch of `Pod wep`",
            id="a patch of nothing",
        ),
        pytest.param(
            f"{_K}resources: [pod.yaml]\npatches:\n- target: {{kind: Pod}}\n  patch: |-\n"
            f"    - op: add\n      path: /spec/a/b\n      value: 1\n{_POD}",
            Cause.REFUSED,
            "kustomization.yaml:5:7: `/spec/a/b` is not there",
            id="an operation on a field that is not there",
        ),
        pytest.param(
            f"{_K}resources: [pod.yaml]\nreplicas:\n- {{name: web, count: 2}}\n{_POD}",
            Cause.REFUSED,
            "kustomization.yaml:3:3: no workload `web` has a number of replicas",
            id="replicas of no workload",
        ),
        pytest.param(
            f"{_K}resources: [pod.yaml]\ntransformers:\n- |-\n  apiVersion: example.com/v1\n  kind: Own\n"
            f"  metadata: {{name: own}}\n{_POD}",
            Cause.UNSUPPORTED,
            "kustomization.yaml:4:3: plugin `Own` is run by kustomize as a program",
            id="a plugin that is a program",
        ),
        pytest.param(
            "=== kustomization.yaml\nresources: []\n=== Kustomization\nresources: []\n",
            Cause.REFUSED,
            "`.` has several kustomization files: kustomization.yaml, Kustomization",
            id="two kustomization files",
        ),
        pytest.param(_POD, Cause.REFUSED, "`.` holds no kustomization file", id="no kustomization"),
        pytest.param(
            f"{_K}resources: [web]\n=== web/kustomization.yaml\nkind: Component\n"
            "apiVersion: kustomize.config.k8s.io/v1alpha1\nnamePrefix: a-\n",
            Cause.REFUSED,
            "kustomization.yaml:1:13: `web` is a component: list it in `components`",
            id="a component among the resources",
        ),
        pytest.param(
            f"{_K}configMapGenerator:\n- name: settings\n  files: [gone.ini]\n",
            Cause.MISSING,
            "kustomization.yaml:3:11: `gone.ini` does not exist",
            id="a generator's file that is not there",
        ),
    ],
)
def test_says_what_and_where(text: str, cause: Cause, message: str, tmp_path: Path) -> None:
    write(tmp_path / "repository", sections(text))
    (tmp_path / "outside.yaml").write_text(_POD.partition("\n")[2])
    found = built(tmp_path / "repository")
    assert [(str(problem), problem.cause) for problem in found.problems] == [(message, cause)]


def test_files_outside_the_folder_are_not_read(tmp_path: Path) -> None:
    text = "=== app/kustomization.yaml\nresources:\n- ../pod.yaml\n" + _POD
    write(tmp_path, sections(text))
    (problem,) = built(tmp_path, "app").problems
    assert str(problem).endswith("3: `../pod.yaml` is not in or below `app`, which kustomize demands of files")


def test_links_out_of_the_repository_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "repository", sections(f"{_K}resources: [pod.yaml]\n"))
    (tmp_path / "secret.yaml").write_text(_POD.partition("\n")[2])
    (tmp_path / "repository" / "pod.yaml").symlink_to(tmp_path / "secret.yaml")
    found = built(tmp_path / "repository")
    assert (found.resources, len(found.problems)) == ((), 1)
    assert found.problems[0].message == "`pod.yaml` leads out of the repository"


def test_what_can_be_read_is_built(tmp_path: Path) -> None:
    patch = "patches:\n- patch: |-\n    kind: Service\n    apiVersion: v1\n    metadata: {name: far}\n"
    text = f"{_K}resources: [pod.yaml, https://example.com/a.yaml]\nnamespace: shop\n{patch}{_POD}"
    write(tmp_path, sections(text))
    found = built(tmp_path)
    assert "  namespace: shop\n" in printed(found)
    # the Service may be in the file that was not read: only that file is reported
    assert [problem.cause for problem in found.problems] == [Cause.REMOTE]
