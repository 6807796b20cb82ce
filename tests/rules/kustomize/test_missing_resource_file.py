"""What a kustomization lists and is not there."""

import subprocess
from pathlib import Path

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import check
from kgen.repository import read
from tests.repositories import findings, service

THERE = {"base/kustomization.yaml": "resources: []", "web.yaml": service(), "apps/web/service.yaml": service()}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("resources: [web.yaml, ./web.yaml, base, base/, apps/web/service.yaml]", id="files and folders"),
        pytest.param("resources: [apps]", id="a folder without a kustomization is another matter"),
        pytest.param("resources: [https://example.com/web.yaml]", id="an address"),
        pytest.param("resources: ['git@example.com:org/repository']", id="an address of ssh"),
        pytest.param("resources: [example.com/org/repository/base]", id="a host and its repository"),
        pytest.param("resources: [github.com/org/repository]", id="GitHub"),
        pytest.param("resources: ['example.com/org/repository//base?ref=v1']", id="a part of a repository"),
        pytest.param("resources: [../elsewhere.yaml, ..]", id="a path out of the repository"),
        pytest.param("resources: ['${FOLDER}/web.yaml']", id="a variable"),
        pytest.param('patchesStrategicMerge: ["apiVersion: v1\\nkind: Service"]', id="an inline patch"),
        pytest.param("patches: [{patch: '- op: remove', target: {kind: Service}}]", id="an inline JSON patch"),
        pytest.param("configMapGenerator: [{name: web, envs: [.env]}]", id="what generators read is often not kept"),
        pytest.param(
            "resources: [params.yaml]\nconfigMapGenerator: [{name: web, envs: [params.env]}]",
            id="what a script prepares, the inputs of generators too",
        ),
        pytest.param("helmCharts: [{name: web}]", id="no files"),
    ],
)
def test_silent(text: str) -> None:
    assert findings("missing-resource-file", {**THERE, "kustomization.yaml": text}) == []


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        pytest.param(
            "kustomization.yaml",
            "resources:\n  - wbe.yaml\n",
            "kustomization.yaml:2 `wbe.yaml` is listed by `kustomization.yaml` and is not there",
            id="a slip",
        ),
        pytest.param(
            "kustomization.yaml",
            "resources: ['..\\base.yaml']\n",
            "kustomization.yaml:1 `..\\base.yaml` is listed by `kustomization.yaml` and is not there",
            id="a path as Windows has it, which a cluster takes for a name",
        ),
        pytest.param(
            "apps/kustomization.yaml",
            "bases:\n  - ../bsae\n",
            "apps/kustomization.yaml:2 `bsae` is listed by `apps/kustomization.yaml` and is not there",
            id="a folder, relative to the kustomization",
        ),
        pytest.param(
            "kustomization.yaml",
            "patches:\n  - path: patch.yaml\n",
            "kustomization.yaml:2 `patch.yaml` is listed by `kustomization.yaml` and is not there",
            id="a patch",
        ),
        pytest.param(
            "kustomization.yaml",
            "components:\n  - components/tls\n",
            "kustomization.yaml:2 `components/tls` is listed by `kustomization.yaml` and is not there",
            id="a component",
        ),
    ],
)
def test_reported(path: str, text: str, message: str) -> None:
    assert findings("missing-resource-file", {**THERE, path: text}) == [message]


def test_what_lies_on_disk_or_is_ignored_is_not_missing(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("secret.yaml\n")
    (tmp_path / "dashboard.json").write_text("{}")
    (tmp_path / "empty").mkdir()
    text = "resources: [secret.yaml, dashboard.json, empty, gone.yaml]\n"
    (tmp_path / "kustomization.yaml").write_text(text)
    chosen = [rule for rule in rules() if rule.name == "missing-resource-file"]
    found = check(chosen, read(tmp_path, Config()), Config()).findings
    assert [finding.message.split("`")[1] for finding in found] == ["gone.yaml"]
