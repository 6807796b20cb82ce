"""Small repositories traced: each folder of tests/traces, with command lines and what they print in expected.txt.

`pytest tests/test_traces.py --update-golden` rewrites what is printed.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import run_kgen

TRACES = Path(__file__).parent / "traces"
EXPECTED = "expected.txt"
_PROMPT = "$ kgen "


def _cases() -> list[object]:
    folders = sorted(folder for folder in TRACES.iterdir() if folder.is_dir())
    return [pytest.param(each, id=each.name) for each in folders]


@pytest.mark.parametrize("case", _cases())
def test_trace(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    # Away from this repository, whose root would otherwise be read.
    shutil.copytree(case, tmp_path / "case", ignore=shutil.ignore_patterns(EXPECTED))
    monkeypatch.chdir(tmp_path / "case")
    expected = case / EXPECTED
    text = expected.read_text(encoding="utf-8")
    printed = "".join(_transcript(text))
    if request.config.getoption("--update-golden"):
        expected.write_text(printed, encoding="utf-8", newline="\n")
        text = printed
    assert printed == text


def _transcript(text: str) -> Iterator[str]:
    """The command lines of a transcript, each with what it prints now."""
    for line in text.splitlines():
        if line.startswith(_PROMPT):
            result = run_kgen([*shlex.split(line.removeprefix(_PROMPT)), "--color", "never"])
            assert "hunter2" not in result.out + result.err
            yield f"{line}\n{result.out}{result.err}exit code {result.code}\n\n"


def test_the_page_shows_what_is_printed() -> None:
    page = (TRACES.parent.parent / "docs" / "trace.md").read_text(encoding="utf-8")
    printed = "".join((case / EXPECTED).read_text(encoding="utf-8") for case in TRACES.iterdir() if case.is_dir())
    shown = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    assert shown
    assert [each for each in shown if f"{each}exit code " not in printed] == []
