"""Mended files that are no longer what was read."""

from pathlib import Path

import pytest

from kgen.cli.lint_arguments import read_arguments
from kgen.cli.lint_deliver import deliver, exit_code_of_fixes
from kgen.cli.lint_fix import Fixes
from kgen.cli.lint_inputs import LintInput
from kgen.cli.lint_paths import Scope
from kgen.lint.fix.mend import Mended
from kgen.lint.fix.trial import State
from kgen.repository import from_sources
from kgen.syntax.source import Source
from tests.fixes.properties import lint

BEFORE, AFTER = b"a: b\n", b"a: c\n"


def fixes(root: Path, path: str) -> Fixes:
    """One file that was read with one content and mended to another."""
    one = LintInput(Scope(root, (str(root),)), from_sources([Source(path, BEFORE)], root))
    after = from_sources([Source(path, AFTER)], root)
    return Fixes(((one, Mended(State(after, lint(after)))),))


@pytest.mark.parametrize(
    ("present", "after", "reason"),
    [
        pytest.param(BEFORE, AFTER, "", id="as it was read"),
        pytest.param(b"a: d\n", b"a: d\n", "was changed in the meantime; run kgen again", id="changed"),
        pytest.param(None, None, "cannot be read any more: No such file or directory", id="deleted"),
    ],
)
def test_only_what_was_read_is_replaced(
    tmp_path: Path, present: bytes | None, after: bytes | None, reason: str
) -> None:
    path = tmp_path / "a.yaml"
    if present is not None:
        path.write_bytes(present)
    arguments = read_arguments(["--fix"])
    mended = fixes(tmp_path, "a.yaml")
    delivered = deliver(arguments, mended)
    assert (path.read_bytes() if path.exists() else None) == after
    assert delivered.is_complete is not bool(reason)
    assert [line.partition("` ")[2].rstrip() for line in delivered.told] == [reason] * bool(reason)
    assert exit_code_of_fixes(arguments, mended, delivered) == int(bool(reason))


def test_nothing_outside_of_the_repository_is_replaced(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "a.yaml").write_bytes(BEFORE)
    try:
        (inside / "link").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("links need a privilege here")
    delivered = deliver(read_arguments(["--fix"]), fixes(inside, "link/a.yaml"))
    assert "is outside of the repository" in delivered.told[0]
    assert (outside / "a.yaml").read_bytes() == BEFORE
