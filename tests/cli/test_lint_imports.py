"""Most of a run that is soon done is imports: what it does without must not come back unnoticed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.manifests import DEPLOYMENT, SERVICE, lay
from tests.cli.test_main import environment

_NEVER = {"dataclasses", "difflib", "inspect", "pkgutil", "shutil", "subprocess", "tempfile", "threading", "typing"}
_FOR_SOME = {
    "decimal",
    "fractions",
    "tomllib",
    "yaml",
    "kgen.config.load",
    "kgen.gitops.rendering",
    "kgen.lint.fix.mend",
}
_FOR_A_FRESH_RUN = {"contextlib", "enum", "json", "pathlib", "re", "kgen.cli.lint", "kgen.record", "kgen.repository"}


def _imported(folder: Path) -> set[str]:
    """The modules that a run has imported by its end."""
    program = (
        "import sys; from kgen.cli.main import main; code = main(['lint', '--no-progress']); "
        "print(*sys.modules); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True, cwd=folder, env=environment()
    )
    assert "Checked 2 files" in done.stderr
    return set(done.stdout.split())


def test_a_run_imports_what_it_needs(tmp_path: Path) -> None:
    lay(tmp_path, service=SERVICE, deployment=DEPLOYMENT)
    imported = _imported(tmp_path)
    assert not imported & (_NEVER | _FOR_SOME)
    assert imported >= _FOR_A_FRESH_RUN


def test_a_replay_imports_next_to_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path / "repository", service=SERVICE, deployment=DEPLOYMENT)
    monkeypatch.delenv("KGEN_NO_CACHE")
    monkeypatch.setenv("KGEN_CACHE_DIR", str(tmp_path / "cache"))
    fresh, again = (_imported(tmp_path / "repository") for _ in range(2))
    assert fresh >= _FOR_A_FRESH_RUN
    assert not again & (_NEVER | _FOR_SOME | _FOR_A_FRESH_RUN)
