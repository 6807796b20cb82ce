"""Findings that `kgen lint` knows and does not report: comments, annotations, the baseline."""

import json
from pathlib import Path

import pytest

from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE, SERVICE, TYPO, found, lay
from tests.running import run_kgen

COMMENTED = OUT_OF_RANGE.replace("29999", "29999  # kgen: ignore[nodeport-out-of-range] the edge")
ANNOTATED = OUT_OF_RANGE.replace("name: web", "name: web\n  annotations: {kgen.dev/ignore: nodeport-out-of-range}", 1)
RANGE = "nodeport-out-of-range"

pytestmark = pytest.mark.usefixtures("repository")


@pytest.mark.parametrize(
    ("service", "kind", "reason"),
    [
        pytest.param(COMMENTED, "comment", "the edge", id="comment"),
        pytest.param(ANNOTATED, "annotation", "", id="annotation"),
    ],
)
def test_what_is_turned_off_is_marked_and_counted(repository: Path, service: str, kind: str, reason: str) -> None:
    lay(repository, deployment=DEPLOYMENT, service=service)
    result = run_kgen(["lint", "--output-format", "json"])
    (finding,) = json.loads(result.out)["findings"]
    assert finding["suppressed"] == {"kind": kind, "reason": reason}
    assert (result.code, result.err.split(".")[0]) == (0, "No findings, 1 suppressed")


@pytest.mark.parametrize("service", [pytest.param(COMMENTED, id="comment"), pytest.param(ANNOTATED, id="annotation")])
def test_no_ignores_shows_what_is_turned_off(repository: Path, service: str) -> None:
    lay(repository, deployment=DEPLOYMENT, service=service)
    assert found() == []
    assert [line.split()[1] for line in found("--no-ignores")] == [RANGE]
    assert run_kgen(["lint", "--no-ignores"]).code == 1


def test_a_comment_may_name_a_rule_that_is_not_selected(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=COMMENTED)
    assert found("--select", "selector,syntax") == []


def test_a_comment_that_turns_off_nothing_does_not_fail(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=COMMENTED.replace("29999", "30080"))
    result = run_kgen(["lint", "--output-format", "concise"])
    assert (result.code, "info[unused-suppression]" in result.out) == (0, True)


def test_a_baseline_is_written_applied_and_shrinks(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, a=TYPO, b=OUT_OF_RANGE)
    update = ["lint", "--baseline", "known.json", "--update-baseline"]
    written = run_kgen(update)
    assert (written.code, written.out) == (0, "")
    assert written.err.startswith("wrote 2 findings to `known.json`\nNo findings, 2 in the baseline. ")
    lay(repository, a=SERVICE, c=OUT_OF_RANGE.replace("29999", "1"))
    mended = run_kgen(["lint", "--baseline", "known.json", "--output-format", "concise"])
    assert [line.split(":")[0] for line in mended.out.splitlines()] == ["c.yaml"]
    assert mended.err.startswith("1 entry of `known.json` can go, as nothing matches any more; `--update-baseline` ")
    updated = run_kgen(update)
    assert (updated.code, updated.err.splitlines()[0]) == (1, "took out 1 entry of `known.json`")
    assert len(json.loads((repository / "known.json").read_text(encoding="utf-8"))["findings"]) == 1


def test_the_baseline_of_the_configuration_is_that_of_the_whole_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(repository, a__deployment=DEPLOYMENT, a__service=TYPO, b__service=OUT_OF_RANGE)
    (repository / ".kgen.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    monkeypatch.chdir(repository / "a")
    assert run_kgen(["lint", "--update-baseline"]).err.startswith("wrote 2 findings to `../known.json`\n")
    assert found("..") == []
    assert len(found("..", "--no-baseline")) == 2
    before = (repository / "known.json").read_bytes()
    assert run_kgen(["lint", "--select", "port", "--update-baseline"]).code == 0
    assert (repository / "known.json").read_bytes() == before


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["--update-baseline"], "there is no baseline to update", id="none is named"),
        pytest.param(["--baseline", "no.json"], "there is no baseline `no.json`", id="not there"),
        pytest.param(["--baseline", "bad.json"], "`bad.json` is no baseline", id="another file"),
        pytest.param(["--baseline", "."], "baseline `.` cannot be read", id="a folder"),
        pytest.param(["--baseline", "a", "--no-baseline"], "not allowed with argument", id="contradiction"),
        pytest.param(
            ["--config", "out.yaml"], "out.yaml:1:11: `baseline` lies outside", id="outside of the repository"
        ),
    ],
)
def test_usage_errors(repository: Path, argv: list[str], message: str) -> None:
    lay(repository, service=OUT_OF_RANGE, out="baseline: ../known.json")
    (repository / "bad.json").write_text("{}", encoding="utf-8")
    result = run_kgen(["lint", *argv])
    assert (result.code, result.out) == (2, "")
    assert message in result.err
