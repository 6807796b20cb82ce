"""`kgen lint` prints again what it printed, unless anything has changed that may make a difference."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from kgen.cache.store import Store
from tests.running import Result, run_kgen

_SERVICE = """\
    apiVersion: v1
    kind: Service
    metadata:
      name: web
    spec:
      selector: {app: web}
      ports: [{port: 80, targetPort: htpt}]
    """
_DEPLOYMENT = """\
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers: [{name: web, image: nginx, ports: [{name: http, containerPort: 80}]}]
    """
_FILES = {
    "base/service.yaml": _SERVICE,
    "base/deployment.yaml": _DEPLOYMENT,
    "base/kustomization.yaml": """\
        resources: [service.yaml, deployment.yaml, gone.yaml]
        configMapGenerator: [{name: settings, files: [settings.properties]}]
        """,
    "base/settings.properties": "a=1\n",
    ".gitignore": "hidden/\n",
    "pyproject.toml": "[project]\n",
}
_SECONDS = re.compile(r"in \d+\.\d\d s")
_MARK = "this was remembered"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with findings, stood in, and a cache beside it."""
    folder = tmp_path / "repository"
    for path, text in _FILES.items():
        _write(folder / path, text)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("KGEN_NO_CACHE")
    monkeypatch.setenv("KGEN_CACHE_DIR", str(tmp_path / "cache"))
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8", newline="")


def _seen(result: Result) -> tuple[int, str, str]:
    return result.code, result.out, _SECONDS.sub("in ? s", result.err)


def _mark_entries(folder: Path) -> int:
    """Change what is remembered, so that it is known again, and return how many entries there are."""
    files = list(folder.iterdir()) if folder.exists() else []
    for file in files:
        key, store = file.name.partition(".")[0], Store(folder)
        text = store.read(key)
        assert text is not None
        assert "Checked" in text
        store.write(key, text.replace("Checked", _MARK))
    return len(files)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no arguments"),
        pytest.param(["base"], id="a folder"),
        pytest.param(["base/service.yaml", "--output-format", "concise"], id="a file and a format"),
        pytest.param(["--isolated", "--show-unverified", "--statistics"], id="other flags"),
        pytest.param(["--output-format=sarif", "--select", "ALL"], id="a format that holds paths"),
        pytest.param(["--exit-zero", "--color", "always"], id="colours"),
    ],
)
def test_what_is_printed_again_is_what_was_printed(repository: Path, arguments: list[str]) -> None:
    fresh = run_kgen(["lint", "--no-cache", *arguments])
    assert [_seen(run_kgen(["lint", *arguments])) for _ in range(2)] == [_seen(fresh)] * 2
    assert _mark_entries(repository.parent / "cache") == 1
    assert _MARK in run_kgen(["lint", *arguments]).err


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: _write(Path("base/service.yaml"), _SERVICE + "\n"), id="a manifest is edited"),
        pytest.param(lambda: _write(Path("other.yaml"), "a: 1\n"), id="a manifest is added"),
        pytest.param(lambda: Path("base/deployment.yaml").unlink(), id="a manifest is removed"),
        pytest.param(lambda: Path("base/deployment.yaml").rename("base/d.yaml"), id="a manifest is renamed"),
        pytest.param(lambda: _write(Path(".gitignore"), "base/service.yaml\n"), id="a manifest is ignored"),
        pytest.param(lambda: _write(Path("base/gone.yaml"), _SERVICE), id="a missing file is there"),
        pytest.param(lambda: _write(Path("base/settings.properties"), "a=2\n"), id="what a generator reads is edited"),
        pytest.param(lambda: Path("base/settings.properties").unlink(), id="what a generator reads is gone"),
        pytest.param(lambda: _write(Path(".kgen.yaml"), "fail-on: error\n"), id="a configuration file is made"),
        pytest.param(lambda: _write(Path("pyproject.toml"), "[tool.kgen]\n"), id="one becomes a configuration file"),
    ],
)
def test_what_has_changed_is_linted_again(repository: Path, change: Callable[[], object]) -> None:
    run_kgen(["lint"])
    _mark_entries(repository.parent / "cache")
    assert _MARK in run_kgen(["lint"]).err
    change()
    assert _seen(run_kgen(["lint"])) == _seen(run_kgen(["lint", "--no-cache"]))


def test_an_edited_configuration_or_baseline_is_read_again(repository: Path) -> None:
    _write(Path(".kgen.yaml"), "baseline: accepted.json\n")
    run_kgen(["lint", "--update-baseline"])
    for path in (Path("accepted.json"), Path(".kgen.yaml")):
        run_kgen(["lint"])
        _mark_entries(repository.parent / "cache")
        assert _MARK in run_kgen(["lint"]).err
        path.write_bytes(path.read_bytes() + b"\n")
        assert _MARK not in run_kgen(["lint"]).err


def test_what_git_lists_decides(repository: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    _write(Path("hidden/service.yaml"), _SERVICE)
    run_kgen(["lint"])
    _mark_entries(repository.parent / "cache")
    _write(Path("hidden/service.yaml"), _SERVICE + "\n")
    assert _MARK in run_kgen(["lint"]).err
    _write(Path("new.yaml"), _SERVICE)
    assert _MARK not in run_kgen(["lint"]).err


@pytest.mark.parametrize(
    ("name", "value"),
    [("KGEN_KUBERNETES_VERSION", "1.31"), ("KGEN_OUTPUT_FORMAT", "json"), ("FORCE_COLOR", "1"), ("KGEN_NO_CACHE", "1")],
)
def test_the_environment_decides(repository: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    run_kgen(["lint"])
    _mark_entries(repository.parent / "cache")
    monkeypatch.setenv(name, value)
    assert _MARK not in run_kgen(["lint"]).err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--no-cache"], id="no cache is wanted"),
        pytest.param(["--fix", "--diff"], id="something is mended"),
        pytest.param(["--update-baseline", "--baseline", "b.json"], id="a baseline is written"),
        pytest.param(["-o", "out.txt"], id="the report goes to a file"),
        pytest.param(["--output-format", "json:out.json"], id="a report goes to a file"),
        pytest.param(["--show-files"], id="nothing is linted"),
    ],
)
def test_what_does_more_than_print_is_not_remembered(repository: Path, arguments: list[str]) -> None:
    run_kgen(["lint", *arguments])
    assert not (repository.parent / "cache").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the helm of this test is a shell script")
def test_what_helm_says_is_not_remembered(repository: Path) -> None:
    _write(Path("chart/Chart.yaml"), "apiVersion: v2\nname: shop\nversion: 1.0.0\n")
    _write(Path("chart/templates/service.yaml"), _SERVICE)
    _write(Path("../helm"), "#!/bin/sh\ncat chart/templates/service.yaml\n")
    Path("../helm").chmod(0o700)
    run_kgen(["lint", "--helm", "../helm"])
    assert not (repository.parent / "cache").exists()


def test_a_folder_of_its_own(repository: Path) -> None:
    run_kgen(["lint", "--cache-dir", "../elsewhere"])
    assert run_kgen(["cache", "--cache-dir=../elsewhere"]).out.startswith("../elsewhere: 1 entry, ")
    assert run_kgen(["cache"]).out.endswith(": 0 entries, 0 bytes\n")
    assert run_kgen(["cache", "clean", "--cache-dir=../elsewhere"]).out.startswith("removed ")
    assert not (repository.parent / "elsewhere").exists()


def test_without_a_place_for_it_all_goes_on(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGEN_CACHE_DIR", os.devnull)
    assert run_kgen(["lint"]).code == run_kgen(["lint"]).code == 1
