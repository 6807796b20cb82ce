"""The hooks offered to pre-commit."""

import subprocess
import sys
from pathlib import Path

import pytest

from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


def _hooks() -> dict[object, Node]:
    (document,) = parse(Source(MANIFEST.name, MANIFEST.read_bytes()))
    assert document.root is not None
    return {hook["id"].value: hook for hook in document.root}


def _passes_names(hook: Node) -> bool:
    return "pass_filenames" not in hook or hook["pass_filenames"].value is True


def test_pre_commit_accepts_the_manifest() -> None:
    validated = subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST], check=False)
    assert validated.returncode == 0


@pytest.mark.parametrize(
    ("name", "entry", "passes_names"),
    [
        pytest.param("kgen-lint", "kgen lint --force-exclude", True, id="names narrow the report"),
        pytest.param("kgen-lint-repo", "kgen lint", False, id="the whole repository"),
        pytest.param(
            "kgen-fix",
            "kgen lint --fix --exit-non-zero-on-fix --force-exclude",
            True,
            id="what is mended fails the hook as well",
        ),
        pytest.param("kgen-build", "kgen build --check", False, id="generated manifests"),
    ],
)
def test_hooks(name: str, entry: str, passes_names: bool) -> None:
    hook = _hooks()[name]
    assert hook["entry"].value == entry
    assert _passes_names(hook) is passes_names


def test_names_are_never_split_over_processes() -> None:
    assert all(hook["require_serial"].value for hook in _hooks().values() if _passes_names(hook))
