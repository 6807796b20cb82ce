"""Flags of `kgen lint` that change the settings, and those that tell what the settings are."""

from pathlib import Path

import pytest

from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE, SERVICE, TYPO, found, lay
from tests.running import run_kgen

RANGE = "nodeport-out-of-range"

pytestmark = pytest.mark.usefixtures("repository")


@pytest.mark.parametrize(
    ("argv", "files"),
    [
        pytest.param([], ["a/service", "b/service"], id="none"),
        pytest.param(["--extend-ignore", RANGE], [], id="a rule ignored too"),
        pytest.param(["--per-file-ignores", f"a/**:{RANGE}"], ["b/service"], id="on files of a folder"),
        pytest.param(["--per-file-ignores", "service.yaml:service"], [], id="on files of a name, a group"),
        pytest.param(["--per-file-ignores", "a/:ALL,b/:ALL"], [], id="two patterns"),
        pytest.param(["--severity", f"{RANGE}=info", "--min-severity", "warning"], [], id="shown from warnings on"),
        pytest.param(["--min-severity", "error"], ["a/service", "b/service"], id="shown from errors on"),
        pytest.param(["--exclude", "a/"], ["b/service"], id="excluded"),
        pytest.param(["--exclude", "a/", "--extend-exclude", "b/"], [], id="and more excluded"),
        pytest.param(["--exclude", "a/", "a/service.yaml"], ["a/service"], id="excluded but named"),
        pytest.param(["--exclude", "a/", "--force-exclude", "a/service.yaml"], [], id="excluded by force"),
        pytest.param(["a/ignored.yaml"], ["a/ignored"], id="ignored by Git but named"),
        pytest.param(["--force-exclude", "a/ignored.yaml"], [], id="ignored by Git, by force"),
        pytest.param(["--no-respect-gitignore"], ["a/ignored", "a/service", "b/service"], id="what Git ignores"),
    ],
)
def test_what_is_reported(repository: Path, argv: list[str], files: list[str]) -> None:
    lay(repository, a__service=OUT_OF_RANGE, b__service=OUT_OF_RANGE, a__ignored=OUT_OF_RANGE, c=DEPLOYMENT)
    (repository / ".gitignore").write_text("ignored.yaml\n", encoding="utf-8")
    assert found("--select", RANGE, *argv) == [f"{file}.yaml:12 {RANGE}" for file in files]


@pytest.mark.parametrize(
    ("settings", "argv", "reported"),
    [
        pytest.param("exclude: [a/]", ["--exclude", "b/"], ["a"], id="--exclude replaces"),
        pytest.param("exclude: [a/]", ["--extend-exclude", "b/"], [], id="--extend-exclude adds"),
        pytest.param(f"ignore: [{RANGE}]", ["--extend-ignore", "schema"], [], id="--extend-ignore adds"),
        pytest.param(
            f"severity: {{{RANGE}: info}}", ["--severity", f"{RANGE}=error"], ["a", "b"], id="--severity wins"
        ),
        pytest.param(
            "per-file-ignores: {a/**: [service]}", ["--per-file-ignores", "b/**:service"], [], id="both patterns"
        ),
        pytest.param("respect-gitignore: false", [], ["a", "a", "b"], id="respect-gitignore"),
    ],
)
def test_flags_over_settings(repository: Path, settings: str, argv: list[str], reported: list[str]) -> None:
    lay(repository, a__service=OUT_OF_RANGE, b__service=OUT_OF_RANGE, a__ignored=OUT_OF_RANGE)
    (repository / ".gitignore").write_text("ignored.yaml\n", encoding="utf-8")
    (repository / ".kgen.yaml").write_text(f"{settings}\nfail-on: warning\n", encoding="utf-8")
    files = found("--min-severity", "warning", "--extend-ignore", "port,selector", *argv)
    assert [line.split("/")[0] for line in files] == reported


def test_patterns_of_a_flag_start_at_the_working_directory(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(repository, a__b__service=OUT_OF_RANGE, b__service=OUT_OF_RANGE)
    (repository / ".kgen.yaml").write_text("select: [nodeport-out-of-range]\n", encoding="utf-8")
    monkeypatch.chdir(repository / "a")
    assert found("..", "--per-file-ignores", "b/*.yaml:ALL") == [f"../b/service.yaml:12 {RANGE}"]


def test_the_format_of_the_environment_is_used_unless_a_flag_names_one(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(repository, service=OUT_OF_RANGE)
    monkeypatch.setenv("KGEN_OUTPUT_FORMAT", "github")
    assert run_kgen(["lint"]).out.startswith("::error file=service.yaml,line=12,")
    assert run_kgen(["lint", "--output-format", "concise"]).out.startswith("service.yaml:12:")


@pytest.mark.parametrize(
    ("form", "variable", "start"),
    [
        pytest.param("github", "GITHUB_WORKSPACE", "::error file=a/service.yaml,", id="github"),
        pytest.param("gitlab", "CI_PROJECT_DIR", '"path": "a/service.yaml"', id="gitlab"),
        pytest.param("sarif", "HOME", '"uri": "a/service.yaml"', id="sarif, from the repository's root"),
    ],
)
def test_paths_start_where_the_reader_of_the_format_starts(
    repository: Path, monkeypatch: pytest.MonkeyPatch, form: str, variable: str, start: str
) -> None:
    lay(repository, a__service=OUT_OF_RANGE)
    monkeypatch.setenv(variable, str(repository))
    monkeypatch.chdir(repository / "a")
    assert start in run_kgen(["lint", "--output-format", form]).out


def test_the_settings_in_force_are_shown() -> None:
    shown = run_kgen(["lint", "--show-settings", "--ignore", "schema", "--severity", f"{RANGE}=info"])
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("# no configuration file\n")
    assert "ignore:\n- schema\n" in shown.out
    assert f"severity:\n  {RANGE}: info\n" in shown.out


def test_a_named_file_that_is_excluded_is_read_with_the_rest(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=TYPO)
    assert found("--exclude", "service.yaml", "service.yaml") == ["service.yaml:8 orphan-selector"]
    assert (
        "nothing to read in `service.yaml`"
        in run_kgen(["lint", "--exclude", "service.yaml", "--force-exclude", "service.yaml"]).err
    )


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(
            ["--per-file-ignores", "a.yaml"], "`a.yaml` in --per-file-ignores is no PATTERN:RULE", id="no rule"
        ),
        pytest.param(["--per-file-ignores", "a:schma"], "--per-file-ignores: unknown rule or group `schma`", id="rule"),
        pytest.param(["--severity", "schema"], "`schema` in --severity is no RULE=LEVEL", id="no level"),
        pytest.param(["--severity", "schema=bad"], "levels are error, warning, info", id="unknown level"),
        pytest.param(["--severity", "schem=error"], "--severity: unknown rule `schem`", id="unknown rule"),
        pytest.param(["--extend-ignore", "schem"], "--extend-ignore: unknown rule or group `schem`", id="ignored rule"),
    ],
)
def test_usage_errors(argv: list[str], message: str) -> None:
    result = run_kgen(["lint", *argv])
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_a_healthy_repository_needs_no_flags(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=SERVICE)
    assert found() == []
