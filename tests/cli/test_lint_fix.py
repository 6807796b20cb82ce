"""`kgen lint --fix`: what is mended, written, printed and told, and the exit code."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE, SERVICE, lay
from tests.running import run_kgen

pytestmark = pytest.mark.usefixtures("repository")

QUOTED = SERVICE.replace("port: 80\n", 'port: "80"\n')
WRONG = OUT_OF_RANGE.replace("port: 80\n", 'port: "80"\n')
IN_RANGE = SERVICE.replace("30080", "30000")
OTHER = SERVICE.replace("name: web", "name: other").replace("30080", "30081")


def files(folder: Path) -> dict[str, str]:
    """The manifests of a repository."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}


@pytest.mark.parametrize(
    ("argv", "service", "after", "code"),
    [
        pytest.param(["--fix"], QUOTED, SERVICE, 0, id="a safe fix leaves nothing to report"),
        pytest.param(["--fix"], OUT_OF_RANGE, OUT_OF_RANGE, 1, id="an unsafe one is not made"),
        pytest.param(["--fix", "--unsafe-fixes"], OUT_OF_RANGE, IN_RANGE, 0, id="unless it is asked for"),
        pytest.param(["--unsafe-fixes"], OUT_OF_RANGE, OUT_OF_RANGE, 1, id="which alone changes nothing"),
        pytest.param(["--fix"], WRONG, OUT_OF_RANGE, 1, id="a safe fix beside an unsafe one"),
        pytest.param(["--fix", "--exit-non-zero-on-fix"], QUOTED, SERVICE, 1, id="code 1 where something was mended"),
        pytest.param(["--fix", "--exit-non-zero-on-fix"], SERVICE, SERVICE, 0, id="and 0 where nothing was"),
        pytest.param(["--fix", "--exit-zero"], WRONG, OUT_OF_RANGE, 0, id="code 0 on request"),
        pytest.param(["--fix-only"], WRONG, OUT_OF_RANGE, 0, id="what is left does not count"),
        pytest.param(["--fix-only", "--exit-non-zero-on-fix"], WRONG, OUT_OF_RANGE, 1, id="but what was mended may"),
        pytest.param(["--diff"], QUOTED, QUOTED, 1, id="a difference writes nothing"),
        pytest.param(["--diff"], OUT_OF_RANGE, OUT_OF_RANGE, 0, id="no difference"),
        pytest.param(["--fix", "--diff"], QUOTED, QUOTED, 1, id="a difference wins over writing"),
        pytest.param(["--fix", "deployment.yaml"], QUOTED, QUOTED, 0, id="what is not reported is not mended"),
        pytest.param(["--fix", "service.yaml"], QUOTED, SERVICE, 0, id="what is reported is"),
        pytest.param(["--fix", "--ignore", "quoted-port-number"], QUOTED, QUOTED, 0, id="a rule that does not run"),
        pytest.param(["--fix", "--min-severity", "error"], QUOTED, SERVICE, 0, id="a severity that is shown"),
    ],
)
def test_what_is_mended(repository: Path, argv: list[str], service: str, after: str, code: int) -> None:
    lay(repository, deployment=DEPLOYMENT, service=service)
    assert run_kgen(["lint", *argv]).code == code
    assert files(repository) == {"deployment": DEPLOYMENT, "service": after}


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        pytest.param(["--fix"], "fixed 1 finding in 1 file\nFound 1 finding (1 error). 1 fixable with", id="the rest"),
        pytest.param(["--fix", "--unsafe-fixes"], "fixed 2 findings in 1 file\nNo findings. Checked 2 files", id="all"),
        pytest.param(["--fix-only", "--unsafe-fixes"], "fixed 2 findings in 1 file\n", id="nothing else"),
        pytest.param(["--diff", "--unsafe-fixes"], "would fix 2 findings in 1 file\n", id="what would be"),
        pytest.param(
            ["--fix-only", "--unsafe-fixes", "--show-fixes"],
            "service.yaml:10:13: quoted-port-number: write `port: 80`\n"
            "service.yaml:12:17: nodeport-out-of-range: write `nodePort: 30000`\n"
            "fixed 2 findings in 1 file\n",
            id="each",
        ),
        pytest.param(["--fix-only", "--quiet"], "", id="nothing"),
    ],
)
def test_what_is_told(repository: Path, argv: list[str], told: str) -> None:
    lay(repository, deployment=DEPLOYMENT, service=WRONG)
    err = run_kgen(["lint", *argv]).err
    assert err.startswith(told)
    assert told or not err


def test_what_can_be_mended_is_counted(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=WRONG)
    result = run_kgen(["lint"])
    assert "Found 2 findings (2 errors). 1 fixable with --fix, 1 more with --unsafe-fixes. Checked" in result.err
    assert "= fix: write `port: 80` (safe)\n" in result.out
    assert "= fix: write `nodePort: 30000` (unsafe)\n" in result.out


def test_a_difference_can_be_applied(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=QUOTED)
    difference = run_kgen(["lint", "--diff"]).out
    assert difference.startswith("--- a/service.yaml\n+++ b/service.yaml\n@@ ")
    subprocess.run(["git", "apply", "-"], input=difference.encode(), check=True)
    assert files(repository)["service"] == SERVICE


SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: a, labels: LABELS}\nstringData: {password: hunter2}\n"


@pytest.mark.parametrize(
    ("rule", "text", "shown"),
    [
        pytest.param(
            "non-string-label",
            SECRET.replace("LABELS", "{v: 1}"),
            "# a Secret is changed, whose values are not shown\n",
            id="the Secret itself is changed",
        ),
        pytest.param(
            "quoted-port-number",
            f"{SERVICE.partition('    - port')[0]}    - port: '80'\n---\n{SECRET.replace('LABELS', '{}')}",
            "+    - port: 80\n ---\n apiVersion: v1\n kind: Secret\n",
            id="the document before it is changed",
        ),
    ],
)
def test_secrets_are_not_shown_in_differences(repository: Path, rule: str, text: str, shown: str) -> None:
    lay(repository, all=text)
    result = run_kgen(["lint", "--diff", "--select", rule])
    assert (result.code, "hunter2" in result.out + result.err) == (1, False)
    assert shown in result.out


@pytest.mark.parametrize(
    "service",
    [
        pytest.param(QUOTED.replace('"80"', '"80"  # kgen: ignore[quoted-port-number] so be it'), id="a comment"),
        pytest.param(
            QUOTED.replace("name: web", "name: web\n  annotations: {kgen.dev/ignore: quoted-port-number}", 1),
            id="an annotation",
        ),
    ],
)
def test_what_is_suppressed_is_not_mended(repository: Path, service: str) -> None:
    lay(repository, deployment=DEPLOYMENT, service=service)
    assert run_kgen(["lint", "--fix"]).code == 0
    assert files(repository)["service"] == service


def test_what_the_baseline_accepts_is_not_mended(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=QUOTED)
    run_kgen(["lint", "--baseline", "known.json", "--update-baseline"])
    lay(repository, other=OTHER.replace("port: 80\n", 'port: "80"\n'))
    assert run_kgen(["lint", "--baseline", "known.json", "--fix"]).code == 0
    assert files(repository) == {"deployment": DEPLOYMENT, "other": OTHER, "service": QUOTED}


def test_a_missing_baseline_is_told_before_anything_is_written(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=QUOTED)
    assert run_kgen(["lint", "--baseline", "known.json", "--fix"]).code == 2
    assert files(repository)["service"] == QUOTED


def test_what_cannot_be_mended_without_harm_is_told(repository: Path) -> None:
    ports = "    - {name: a-b, port: 80}\n    - {name: a_b, port: 81}\n"
    text = f"{SERVICE.partition('    - port')[0]}{ports}"
    lay(repository, deployment=DEPLOYMENT, service=text)
    result = run_kgen(["lint", "--fix", "--unsafe-fixes"])
    assert result.code == 1
    assert (
        "not fixed: service.yaml:11:14: invalid-port-name: write `name: a-b`: it would still be reported\n"
        in result.err
    )
    assert "fixable" not in result.err
    assert files(repository)["service"] == text


def test_what_else_a_fix_of_a_base_changes_is_told(repository: Path) -> None:
    wrong = SERVICE.replace("targetPort: http", "targetPort: htpp")
    right = "resources: [../base]\npatches:\n  - patch: |\n" + "".join(
        f"      {line}\n" for line in SERVICE.splitlines()
    )
    lay(repository, base__deployment=DEPLOYMENT, base__service=wrong, prod__kustomization=right)
    lay(repository, base__kustomization="resources: [deployment.yaml, service.yaml]\n")
    lay(repository, dev__kustomization="resources: [../base]\n")
    result = run_kgen(["lint", "--fix", "--unsafe-fixes"])
    assert result.code == 0
    told = "base/service.yaml:11:19: target-port-name-missing: write `targetPort: http`; the fix also changes prod\n"
    assert result.err.startswith(f"{told}fixed 1 finding in 1 file\n")


def test_standard_input_comes_out_mended(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT)
    result = run_kgen(["lint", "--fix", "--stdin-filename", "service.yaml", "-"], WRONG)
    assert (result.code, result.out) == (1, OUT_OF_RANGE)
    assert "nodeport-out-of-range" in result.err
    assert run_kgen(["lint", "--fix", "-"], SERVICE).out == SERVICE


def test_standard_input_is_the_only_file_that_is_mended(repository: Path) -> None:
    lay(repository, service=QUOTED)
    assert run_kgen(["lint", "--fix", "--stdin-filename", "deployment.yaml", "-"], DEPLOYMENT).out == DEPLOYMENT
    assert files(repository) == {"service": QUOTED}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_file_keeps_its_mode_and_owner(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=QUOTED)
    path = repository / "service.yaml"
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 12, 34)
    before = path.stat()
    run_kgen(["lint", "--fix"])
    after = path.stat()
    assert stat.S_IMODE(after.st_mode) == 0o640
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)
    assert path.read_text(encoding="utf-8") == SERVICE


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_is_mended_where_it_leads(repository: Path, tmp_path: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, real=QUOTED)
    lay(tmp_path, outside=QUOTED)
    (repository / "link.yaml").symlink_to("real.yaml")
    (repository / "out.yaml").symlink_to(tmp_path / "outside.yaml")
    run_kgen(["lint", "--fix", "link.yaml"])
    assert (repository / "link.yaml").is_symlink()
    assert (repository / "real.yaml").read_text(encoding="utf-8") == SERVICE
    assert (tmp_path / "outside.yaml").read_text(encoding="utf-8") == QUOTED


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid"), reason="no modes")
def test_where_nothing_can_be_written_nothing_is_lost(repository: Path) -> None:
    lay(repository, a__service=QUOTED, deployment=DEPLOYMENT)
    folder = repository / "a"
    folder.chmod(0o555)
    try:
        code = run_kgen(["lint", "--fix"]).code
    finally:
        folder.chmod(0o755)
    text = (folder / "service.yaml").read_text(encoding="utf-8")
    assert (code, text) in {(2, QUOTED), (0, SERVICE)}  # root writes anywhere
    assert [path.name for path in folder.iterdir()] == ["service.yaml"]


FULL_DISK = """\
import resource, sys
from kgen.cli.main import run
resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))
sys.argv = ["kgen", "lint", "--fix"]
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_where_the_disk_is_full_the_file_stays_as_it_was(repository: Path) -> None:
    lay(repository, deployment=DEPLOYMENT, service=QUOTED)
    result = subprocess.run([sys.executable, "-c", FULL_DISK], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "kgen: cannot write `" in result.stderr
    assert files(repository) == {"deployment": DEPLOYMENT, "service": QUOTED}
    assert {path.name for path in repository.iterdir()} == {".git", "deployment.yaml", "service.yaml"}
