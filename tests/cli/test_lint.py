"""`kgen lint`: what is read, what is reported, and the exit code."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE, SERVICE, TYPO, found, lay
from tests.running import run_kgen

pytestmark = pytest.mark.usefixtures("repository")


def test_a_healthy_repository_is_clean(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=SERVICE)
    result = run_kgen(["lint"])
    assert (result.code, result.out) == (0, "")
    assert re.fullmatch(
        r"No findings\. Checked 2 files, 1 Service, 3 references: "
        r"3 verified, 0 broken, 0 unverifiable in \d\.\d\d s\.\n",
        result.err,
    )


def test_a_fault_is_reported_where_it_is_written(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=OUT_OF_RANGE)
    assert run_kgen(["lint"]).code == 1
    assert found() == ["service.yaml:12 nodeport-out-of-range"]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param([], ["a/service.yaml:8 orphan-selector", "b/service.yaml:12 nodeport-out-of-range"], id="none"),
        pytest.param(["b"], ["b/service.yaml:12 nodeport-out-of-range"], id="a folder"),
        pytest.param(["b/"], ["b/service.yaml:12 nodeport-out-of-range"], id="with a slash"),
        pytest.param(["a/service.yaml"], ["a/service.yaml:8 orphan-selector"], id="a file"),
        pytest.param(["a/deployment.yaml"], ["a/service.yaml:8 orphan-selector"], id="a file that takes part"),
        pytest.param(["b/deployment.yaml"], [], id="a file that takes no part"),
        pytest.param(
            ["b/service.yaml", "--select", "service,selector", "a"],
            ["a/service.yaml:8 orphan-selector", "b/service.yaml:12 nodeport-out-of-range"],
            id="flags between paths",
        ),
    ],
)
def test_paths_narrow_what_is_reported_not_what_is_read(
    repository: Path, paths: list[str], expected: list[str]
) -> None:
    lay(repository, a__deployment=DEPLOYMENT, a__service=TYPO, b__service=OUT_OF_RANGE, b__deployment=DEPLOYMENT)
    assert found(*paths) == expected


def test_the_summary_counts_what_lies_in_the_paths(repository: Path) -> None:
    lay(repository / "a", deployment=DEPLOYMENT, service=TYPO)
    lay(repository / "b", deployment=DEPLOYMENT, service=SERVICE)
    result = run_kgen(["lint", "b/service.yaml"])
    assert result.err.startswith(
        "No findings in the paths given. Checked 1 file, 1 Service, 2 references: 2 verified, 0 broken, 0 unverifiable"
    )


def test_paths_are_shown_from_the_working_directory(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(repository, a__deployment=DEPLOYMENT, b__service=TYPO, c=OUT_OF_RANGE)
    monkeypatch.chdir(repository / "a")
    assert found("..") == ["../b/service.yaml:8 orphan-selector", "../c.yaml:12 nodeport-out-of-range"]
    assert found() == ["../b/service.yaml:8 orphan-selector"]


@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        pytest.param(["nowhere"], 2, "kgen: no such file or directory: nowhere\n", id="missing path"),
        pytest.param(
            ["--selct", "x"],
            2,
            "kgen: unknown flag `--selct`\n  hint: did you mean `--select`?\n",
            id="misspelt flag",
        ),
        pytest.param(["--sel=x"], 2, "kgen: unknown flag `--sel=x`\n", id="abbreviated flag"),
        pytest.param(
            ["--select", "nodeport-out-of-rnage"],
            2,
            "unknown rule or group `nodeport-out-of-rnage`; did you mean `nodeport-out-of-range`?",
            id="misspelt rule",
        ),
        pytest.param(
            ["--output-format", "jsno"],
            2,
            "kgen: unknown output format `jsno`\n  hint: did you mean `json`?\n",
            id="misspelt format",
        ),
        pytest.param(
            ["--output-format", "json", "--output-format", "full"],
            2,
            "kgen: `json` and `full` would mix on standard output\n",
            id="two formats on one stream",
        ),
        pytest.param(
            ["--output-format", "json:x.json", "-o", "y.json"],
            2,
            "kgen: `--output-file` takes one format\n",
            id="two files for one format",
        ),
        pytest.param(["-", "."], 2, "kgen: `-` cannot be combined with other paths\n", id="- and paths"),
        pytest.param(["--stdin-filename", "a.yaml"], 2, "kgen: `--stdin-filename` needs `-` as the path\n", id="no -"),
        pytest.param(["--fail-on", "never"], 2, "--fail-on", id="unknown severity"),
        pytest.param(["--kubernetes-version", "2.0"], 2, "unknown Kubernetes version `2.0`", id="unknown version"),
        pytest.param(["--config", "a", "--isolated"], 2, "not allowed with argument", id="contradiction"),
    ],
)
def test_usage_errors(argv: list[str], code: int, message: str) -> None:
    result = run_kgen(["lint", *argv])
    assert (result.code, result.out) == (code, "")
    assert message in result.err


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        pytest.param([], 1, id="errors fail"),
        pytest.param(["--exit-zero"], 0, id="unless told otherwise"),
        pytest.param(["--ignore", "nodeport-out-of-range"], 0, id="unless ignored"),
        pytest.param(["--select", "selector,port"], 0, id="unless not selected"),
        pytest.param(["--select", "port", "--extend-select", "service"], 1, id="or selected additionally"),
        pytest.param(["--exclude", "service.yaml"], 0, id="unless excluded"),
        pytest.param(["--config", "mild.yaml"], 1, id="warnings fail"),
        pytest.param(["--config", "mild.yaml", "--fail-on", "error"], 0, id="unless only errors do"),
        pytest.param(["--config", "mildest.yaml"], 0, id="infos do not fail"),
        pytest.param(["--config", "mildest.yaml", "--fail-on", "info"], 1, id="unless they are to"),
        pytest.param(["--config", "strictest.yaml"], 1, id="by configuration too"),
    ],
)
def test_exit_codes(repository: Path, argv: list[str], code: int) -> None:
    lay(
        repository,
        deployment=DEPLOYMENT,
        service=OUT_OF_RANGE,
        mild="severity: {nodeport-out-of-range: warning}",
        mildest="severity: {nodeport-out-of-range: info}",
        strictest="severity: {nodeport-out-of-range: info}\nfail-on: info",
    )
    assert run_kgen(["lint", *argv]).code == code


def test_the_configuration_of_the_repository_is_used(repository: Path) -> None:
    lay(repository, a__service=OUT_OF_RANGE, a__deployment=DEPLOYMENT)
    (repository / ".kgen.yaml").write_text("ignore: [nodeport-out-of-range]\n", encoding="utf-8")
    assert found("a") == []
    assert found("a", "--isolated") == ["a/service.yaml:12 nodeport-out-of-range"]


def test_rules_are_left_out_on_the_files_of_a_pattern(repository: Path) -> None:
    lay(repository, a__deployment=DEPLOYMENT, a__service=OUT_OF_RANGE, b__service=OUT_OF_RANGE)
    (repository / ".kgen.yaml").write_text("per-file-ignores: {a/**: [service]}\n", encoding="utf-8")
    assert found("--select", "service") == ["b/service.yaml:12 nodeport-out-of-range"]


def test_an_unknown_rule_in_the_configuration_is_refused_where_it_stands(repository: Path) -> None:
    (repository / ".kgen.yaml").write_text("ignore:\n  - nodeport-out-of-rnage\n", encoding="utf-8")
    result = run_kgen(["lint"])
    assert result.code == 2
    assert ".kgen.yaml:2:5: unknown rule or group `nodeport-out-of-rnage`" in result.err


def test_standard_input_alone() -> None:
    assert found("-", stdin=OUT_OF_RANGE) == ["-:12 nodeport-out-of-range"]


def test_standard_input_in_place_of_a_file(repository: Path) -> None:
    lay(repository, a__deployment=DEPLOYMENT, a__service=SERVICE, b__service=OUT_OF_RANGE)
    assert found("-", "--stdin-filename", "a/service.yaml", stdin=TYPO) == ["a/service.yaml:8 orphan-selector"]


def test_standard_input_as_a_file_yet_to_be_saved(repository: Path) -> None:
    lay(repository, a__deployment=DEPLOYMENT)
    assert found("-", "--stdin-filename", "a/svc/new.yaml", stdin=TYPO) == ["a/svc/new.yaml:8 orphan-selector"]


def test_two_repositories_in_one_run(tmp_path: Path) -> None:
    for name in ("one", "two"):
        subprocess.run(["git", "init", "--quiet", str(tmp_path / name)], check=True)
        lay(tmp_path / name, deployment=DEPLOYMENT, service=OUT_OF_RANGE)
    assert found(str(tmp_path / "one"), str(tmp_path / "two")) == [
        "../one/service.yaml:12 nodeport-out-of-range",
        "../two/service.yaml:12 nodeport-out-of-range",
    ]


def test_a_folder_that_git_ignores_is_read_when_it_is_named(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, rendered__service=OUT_OF_RANGE)
    (repository / ".gitignore").write_text("rendered/\n", encoding="utf-8")
    assert found() == []
    assert found("rendered") == ["rendered/service.yaml:12 nodeport-out-of-range"]


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(["plain", "plain/svc"], id="a folder in a folder"),
        pytest.param(["plain/svc/service.yaml", "plain"], id="a file in a folder"),
    ],
)
def test_what_is_named_twice_is_reported_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    lay(tmp_path, plain__deployment=DEPLOYMENT, plain__svc__service=TYPO)
    monkeypatch.chdir(tmp_path)
    assert found(*paths) == ["plain/svc/service.yaml:8 orphan-selector"]


def test_outside_of_git_the_folder_given_is_read(tmp_path: Path) -> None:
    lay(tmp_path, plain__deployment=DEPLOYMENT, plain__service=TYPO)
    assert found(str(tmp_path / "plain")) == ["../plain/service.yaml:8 orphan-selector"]
