"""What `kgen lint` prints, where, and how."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from kgen.data import root
from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE, SERVICE, TYPO, lay
from tests.running import run_kgen

SCHEMA = json.loads((root() / "schemas" / "findings.schema.json").read_text(encoding="utf-8"))


def test_json_fits_its_schema(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=TYPO, other="a: [")
    result = run_kgen(["lint", "--output-format", "json"])
    printed = json.loads(result.out)
    jsonschema.validate(printed, SCHEMA)
    (found,) = printed["findings"]
    assert (found["rule"], found["path"], found["line"]) == ("orphan-selector", "service.yaml", 8)
    assert found["resource"] == {"api_version": "v1", "kind": "Service", "namespace": None, "name": "web"}


def test_several_formats_in_one_run(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=OUT_OF_RANGE)
    formats = ["--output-format", "json:found.json", "--output-format", "concise"]
    result = run_kgen(["lint", *formats])
    assert result.out.startswith("service.yaml:12:")
    assert json.loads((repository / "found.json").read_text(encoding="utf-8"))["version"] == 1


def test_output_to_a_file_is_never_coloured(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=OUT_OF_RANGE)
    result = run_kgen(["lint", "-o", "found.txt", "--color", "always"])
    assert not result.out
    text = (repository / "found.txt").read_text(encoding="utf-8")
    assert text.startswith("error[nodeport-out-of-range]: ")


@pytest.mark.parametrize(
    ("environment", "argv", "colored"),
    [
        pytest.param({}, [], False, id="not on a terminal"),
        pytest.param({}, ["--color", "always"], True, id="asked for"),
        pytest.param({"FORCE_COLOR": "1"}, [], True, id="FORCE_COLOR"),
        pytest.param({"FORCE_COLOR": ""}, [], False, id="empty FORCE_COLOR"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False, id="NO_COLOR goes before FORCE_COLOR"),
        pytest.param({"NO_COLOR": "1"}, ["--color", "always"], True, id="the flag goes before NO_COLOR"),
        pytest.param({"FORCE_COLOR": "1"}, ["--color", "never"], False, id="and before FORCE_COLOR"),
    ],
)
def test_color(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    argv: list[str],
    colored: bool,
) -> None:
    lay(repository, deployment=DEPLOYMENT, service=OUT_OF_RANGE)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run_kgen(["lint", *argv]).out) is colored


def test_files_are_listed(repository: Path) -> None:
    lay(repository, b=SERVICE, a__x=DEPLOYMENT, c="not: ours")
    result = run_kgen(["lint", "--show-files", "--exclude", "c.yaml"])
    assert (result.code, result.out, result.err) == (0, "a/x.yaml\nb.yaml\n", "")


def test_quiet_prints_findings_and_nothing_else(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=OUT_OF_RANGE)
    result = run_kgen(["lint", "--quiet"])
    assert result.out.startswith("error[nodeport-out-of-range]: ")
    assert not result.err


def test_statistics(repository: Path) -> None:
    lay(repository, a__deployment=DEPLOYMENT, a__service=TYPO.replace("30080", "29999"), b__service=OUT_OF_RANGE)
    result = run_kgen(["lint", "--statistics"])
    assert "    2 error[nodeport-out-of-range]\n    1 error[orphan-selector]\n" in result.err


def test_unverified_references_are_listed_with_the_reason(repository: Path) -> None:
    lay(repository, service=SERVICE)
    result = run_kgen(["lint", "--show-unverified"])
    assert (result.code, result.out) == (0, "")
    assert re.search(r"^service\.yaml:8:5: unverifiable selector `app=web` of Service `web`: \w", result.err, re.M)


def test_what_cannot_be_read_is_counted(repository: Path) -> None:
    lay(
        repository,
        broken="apiVersion: v1\nkind: Service\nmetadata: [",
        template="apiVersion: v1\nkind: Service\nmetadata: {{ .Values.metadata }}\n",
    )
    result = run_kgen(["lint"])
    assert result.code == 1
    assert "(1 template skipped, 1 document could not be read)" in result.err


def test_a_path_with_nothing_to_read_is_told(repository: Path) -> None:
    lay(repository, service=SERVICE)
    (repository / "notes.txt").write_text("x", encoding="utf-8")
    assert "nothing to read in `notes.txt`" in run_kgen(["lint", "notes.txt", "service.yaml"]).err
    assert "nothing to read" not in run_kgen(["lint", "service.yaml"]).err
