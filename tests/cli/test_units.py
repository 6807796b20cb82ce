"""`kgen units`: clusters, what is applied to them, and what of it is not known."""

import json
from pathlib import Path

import pytest

from tests.gitops.applying import SERVICE, application, flux
from tests.running import run_kgen

RELEASE = """\
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: db, namespace: shop}
spec: {chart: {spec: {chart: p}}}
"""
FILES = {
    "apps/web/kustomization.yaml": "resources: [../base, 'https://x.io/more.yaml']\n",
    "apps/base/kustomization.yaml": "resources: [service.yaml, d.yaml]\n",
    "apps/base/service.yaml": SERVICE,
    "apps/base/d.yaml": RELEASE,
    "clusters/prod/sync.yaml": flux("flux-system", "./clusters/prod"),
    "clusters/prod/apps.yaml": flux("apps", "./apps/web", "targetNamespace: shop"),
    "argo/tool.yaml": application("tool", "repoURL: https://charts.io\nchart: tool"),
    "loose/service.yaml": SERVICE,
}
TABLE = """\
Cluster prod: 3 units, 4 objects
  UNIT         KIND                FOLDER         OBJECTS
  flux-system  Flux Kustomization  clusters/prod  2: 2 Kustomization
    apps       Flux Kustomization  apps/web       2: 1 Service, 1 HelmRelease, in part
      includes apps/base
      ! `https://x.io/more.yaml` is remote, and kgen reads nothing from the network (apps/web/kustomization.yaml:1)
      db       Helm release        -              not rendered: the chart `p` is for Helm to render (apps/base/d.yaml:4)

Of no known cluster: 1 unit, 0 objects
  UNIT  KIND                 FOLDER  OBJECTS
  tool  Argo CD Application  -       not rendered: the chart `tool` is from `https://charts.io` (argo/tool.yaml:8)

In no unit: 2 objects in 2 files.
"""


@pytest.fixture
def filled(repository: Path) -> Path:
    """The files, in the folder to stand in."""
    for path, text in FILES.items():
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text(text, encoding="utf-8")
    return repository


@pytest.mark.usefixtures("filled")
def test_table() -> None:
    result = run_kgen(["units"])
    assert (result.code, result.out, result.err) == (0, TABLE, "")


def test_the_example_of_the_page() -> None:
    page = Path(__file__).parents[2] / "docs" / "units.md"
    assert f"$ kgen units\n{TABLE}```" in page.read_text(encoding="utf-8")


@pytest.mark.usefixtures("filled")
def test_only_what_is_made_from_the_path() -> None:
    shown = [line.split()[0] for line in run_kgen(["units", "apps/base"]).out.splitlines() if line.startswith("  ")]
    assert [name for name in shown if name not in ("UNIT", "includes", "!")] == ["apps", "db"]


@pytest.mark.usefixtures("filled")
def test_a_folder_without_units() -> None:
    assert run_kgen(["units", "loose"]).out == "No units: 1 object in 1 file, applied as they are written.\n"


@pytest.mark.usefixtures("filled")
def test_json() -> None:
    data = json.loads(run_kgen(["units", "--output-format", "json"]).out)
    units = {unit["name"]: unit for cluster in data["clusters"] for unit in cluster["units"]}
    assert [cluster["name"] for cluster in data["clusters"]] == ["prod", None]
    assert data["loose"] == {"objects": 2, "files": 2}
    assert units["apps"] == {
        "name": "apps",
        "kind": "Flux Kustomization",
        "namespace": "flux-system",
        "declaration": {"path": "clusters/prod/apps.yaml", "line": 1, "column": 1},
        "parent": "flux-system",
        "folder": "apps/web",
        "includes": ["apps/base"],
        "state": "partly rendered",
        "objects": {"Service": 1, "HelmRelease": 1},
        "problems": [
            {
                "message": "`https://x.io/more.yaml` is remote, and kgen reads nothing from the network",
                "cause": "remote",
                "place": {"path": "apps/web/kustomization.yaml", "line": 1, "column": 22},
            }
        ],
    }
    assert [units[name]["state"] for name in ("flux-system", "db", "tool")] == ["rendered", *["not rendered"] * 2]


def test_paths_are_from_the_working_directory(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(filled / "apps")
    assert "(base/d.yaml:4)" in run_kgen(["units"]).out


def test_a_path_that_does_not_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run_kgen(["units", "none"])
    assert (result.code, result.out, result.err) == (2, "", "kgen: no such file or directory: none\n")
