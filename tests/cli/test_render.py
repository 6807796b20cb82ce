"""`kgen render`."""

import json
from pathlib import Path

import pytest

from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from tests.running import run_kgen

_SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
  - port: 80
"""
_SETTINGS = """\
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  app.ini: |
    [app]  # not a place
    a = 1
  words: many words, so many that they do not fit into a single line of what is printed in the end
"""
_OVERLAY = "resources:\n- ../base\n- settings.yaml\nnamespace: shop\nnamePrefix: dev-\n"


@pytest.fixture
def overlay(repository: Path) -> Path:
    """A repository with a base and an overlay."""
    for folder in ("base", "over"):
        (repository / folder).mkdir()
    (repository / "base" / "web.yaml").write_text(_SERVICE)
    (repository / "base" / "kustomization.yaml").write_text("resources: [web.yaml]\n")
    (repository / "over" / "settings.yaml").write_text(_SETTINGS)
    (repository / "over" / "kustomization.yaml").write_text(_OVERLAY)
    return repository


@pytest.mark.usefixtures("overlay")
def test_prints_the_objects() -> None:
    result = run_kgen(["render", "base"])
    assert (result.code, result.out, result.err) == (0, _SERVICE, "")


@pytest.mark.usefixtures("overlay")
def test_prints_a_list_as_json() -> None:
    printed = json.loads(run_kgen(["render", "over", "-o", "json"]).out)
    assert [item["metadata"]["name"] for item in printed["items"]] == ["dev-settings", "dev-web"]
    assert (printed["kind"], printed["apiVersion"]) == ("List", "v1")


def test_files_outside_of_the_folder_are_read_if_allowed(overlay: Path) -> None:
    (overlay / "over" / "kustomization.yaml").write_text("resources: [../base/web.yaml]\n")
    refused = run_kgen(["render", "over"])
    assert (refused.code, refused.out) == (1, "")
    assert "`../base/web.yaml` is not in or below `over`" in refused.err
    read = run_kgen(["render", "over", "--load-restrictor", "LoadRestrictionsNone"])
    assert (read.code, read.out) == (0, _SERVICE)


@pytest.mark.usefixtures("overlay")
def test_explains_every_line() -> None:
    lines = run_kgen(["render", "over", "--explain"]).out.splitlines()
    over, base = Path("over", "kustomization.yaml"), Path("base", "web.yaml")
    assert f"  name: dev-web  # {base}:4:9" in lines
    assert f"  namespace: shop  # {over}:4:12" in lines
    assert f"  - port: 80  # {base}:7:11" in lines
    bare = [line for line in lines if "  # " not in line and line != "---"]
    assert bare == [
        "    a = 1",
        "  words: many words, so many that they do not fit into a single line of what is printed",
    ]


@pytest.mark.usefixtures("overlay")
def test_an_explained_object_means_the_same() -> None:
    bare, explained = (run_kgen(["render", "over", *flags]).out for flags in ([], ["--explain"]))
    assert _values(explained) == _values(bare)


def test_runs_from_any_folder(overlay: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(overlay / "over")
    result = run_kgen(["render", ".", "--explain"])
    assert (result.code, result.err) == (0, "")
    assert f"# {Path('..', 'base', 'web.yaml')}:2:7" in result.out


def test_prints_what_it_can_and_what_it_cannot(overlay: Path) -> None:
    (overlay / "over" / "kustomization.yaml").write_text("resources:\n- ../base\n- gone.yaml\n")
    result = run_kgen(["render", "over"])
    place = Path("over", "kustomization.yaml")
    assert (result.code, result.out) == (1, _SERVICE)
    assert result.err == f"kgen: {place}:3:3: `gone.yaml` does not exist\n"


@pytest.mark.usefixtures("overlay")
@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["gone"], "kgen: `gone` is no folder\n", id="no folder"),
        pytest.param(["base", "--explain", "-o", "json"], "kgen: --explain annotates YAML\n", id="explained JSON"),
        pytest.param(["base", "--explian"], "kgen: unknown flag `--explian`\n", id="a slip"),
    ],
)
def test_usage(argv: list[str], message: str) -> None:
    result = run_kgen(["render", *argv])
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(message)


def _values(text: str) -> list[object]:
    return [document.root.value for document in parse(Source("", text.encode())) if document.root is not None]


_SECRETS = """\
secretGenerator:
- {name: made, literals: [password=hunter2], options: {disableNameSuffixHash: true}}
resources: [secret.yaml]
"""
_SECRET = """\
apiVersion: v1
kind: Secret
metadata:
  name: written
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"password":"hunter2"}}'
stringData:
  password: hunter2
"""
_HUNTER2 = ("hunter2", "aHVudGVyMg==")


@pytest.mark.parametrize("more", [[], ["--explain"], ["-o", "json"]])
def test_values_of_secrets_are_hidden(repository: Path, more: list[str]) -> None:
    (repository / "kustomization.yaml").write_text(_SECRETS)
    (repository / "secret.yaml").write_text(_SECRET)
    result = run_kgen(["render", ".", *more])
    assert (result.code, result.err) == (
        0,
        "kgen: the values of 2 Secrets are hidden; `--show-secrets` prints them\n",
    )
    assert not any(word in result.out for word in _HUNTER2)
    assert result.out.count("password") == 2


def test_values_of_secrets_are_printed_when_asked_for(repository: Path) -> None:
    (repository / "kustomization.yaml").write_text(_SECRETS)
    (repository / "secret.yaml").write_text(_SECRET)
    result = run_kgen(["render", ".", "--show-secrets"])
    assert (result.code, result.err) == (0, "")
    assert all(word in result.out for word in _HUNTER2)
