"""A command that is killed, or finds the disk full, at any step leaves every file as it was or whole and new."""

import os
from contextlib import chdir
from pathlib import Path

import pytest

from kgen.discovery.listing import is_manifest
from tests.faults.child import ended, killed_before_step, needs_fork, no_file_beyond, started
from tests.faults.commands import WRITINGS, Writing
from tests.running import run_kgen

pytestmark = needs_fork
every_writing = pytest.mark.parametrize("writing", [pytest.param(each, id=name) for name, each in WRITINGS.items()])

_MOST_STEPS = 100
_SIZES = 3  # of disks that are too small, evenly up to one byte less than is needed
Files = dict[str, bytes]


@every_writing
def test_killed_at_every_step(writing: Writing, tmp_path: Path) -> None:
    before, after = _before_and_after(writing, tmp_path)
    for step in range(1, _MOST_STEPS):
        folder = _prepared(writing, tmp_path / f"step {step}")
        with chdir(folder):
            code = ended(writing.argv, killed_before_step(step))
        _check(folder, before, after)
        if code >= 0:
            break
        _check_next_run(writing, folder, after)
    assert code in {0, 1}
    assert _content(folder) == after
    assert step > 4  # open, write, fsync, replace


@every_writing
def test_no_room_on_the_disk(writing: Writing, tmp_path: Path) -> None:
    before, after = _before_and_after(writing, tmp_path)
    largest = max(len(data) for name, data in after.items() if before.get(name) != data)
    for room in ((largest - 1) * part // (_SIZES - 1) for part in range(_SIZES)):
        folder = _prepared(writing, tmp_path / f"{room} bytes")
        with chdir(folder):
            code = ended(writing.argv, no_file_beyond(room))
        assert code == 2
        _check(folder, before, after)
        assert not _leftovers(folder, before, after)


@every_writing
def test_several_at_once(writing: Writing, tmp_path: Path) -> None:
    before, after = _before_and_after(writing, tmp_path)
    folder = _prepared(writing, tmp_path / "shared")
    with chdir(folder):
        children = [started(writing.argv, lambda: None) for _ in range(4)]
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert set(codes) <= {0, 1, 2}  # some find the file there already
    assert 3 not in codes
    _check(folder, before, after)
    assert _content(folder) == after


def _before_and_after(writing: Writing, tmp_path: Path) -> tuple[Files, Files]:
    """What the command makes of its folder when nothing goes wrong."""
    folder = _prepared(writing, tmp_path / "undisturbed")
    before = _content(folder)
    with chdir(folder):
        assert run_kgen(writing.argv).code in {0, 1}
    after = _content(folder)
    assert before != after
    return before, after


def _prepared(writing: Writing, around: Path) -> Path:
    """A folder that is called the same each time, as some output names it."""
    folder = around / "checkout"
    folder.mkdir(parents=True)
    writing.prepare(folder)
    return folder


def _content(folder: Path) -> Files:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _check(folder: Path, before: Files, after: Files) -> None:
    found = _content(folder)
    for name in before.keys() | after.keys():
        assert found.get(name) in {before.get(name), after.get(name)}, name
    for name in _leftovers(folder, before, after):
        assert name.rpartition("/")[2].startswith(".")
        assert not is_manifest(name)


def _leftovers(folder: Path, before: Files, after: Files) -> set[str]:
    return set(_content(folder)) - set(before) - set(after)


def _check_next_run(writing: Writing, folder: Path, after: Files) -> None:
    """What a killed run left behind is in nobody's way: running again does what was to be done."""
    with chdir(folder):
        code = run_kgen(writing.argv).code
    assert code in {0, 1, 2}
    assert {name: data for name, data in _content(folder).items() if name in after} == after
