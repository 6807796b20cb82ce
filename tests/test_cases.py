"""Small repositories linted whole: each folder of tests/cases, with what `kgen lint` prints in expected.txt.

`pytest tests/test_cases.py --update-golden` rewrites the expectations.
"""

import re
import shutil
from pathlib import Path

import pytest

from tests.libyaml import with_libyaml
from tests.running import run_kgen

CASES = Path(__file__).parent / "cases"
EXPECTED = "expected.txt"


def _cases() -> list[object]:
    folders = sorted(folder for folder in CASES.iterdir() if folder.is_dir())
    # What is said of an unreadable document is libyaml's.
    return [pytest.param(each, id=each.name, marks=with_libyaml if each.name == "unread" else ()) for each in folders]


@pytest.mark.parametrize("case", _cases())
def test_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    # Away from this repository, whose root would otherwise be read.
    shutil.copytree(case, tmp_path / "case", ignore=shutil.ignore_patterns(EXPECTED))
    monkeypatch.chdir(tmp_path / "case")
    result = run_kgen(["lint", "--color", "never"])
    printed = f"{result.out}{_without_time(result.err)}exit code {result.code}\n"
    expected = case / EXPECTED
    if request.config.getoption("--update-golden"):
        expected.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == expected.read_text(encoding="utf-8")


def _without_time(summary: str) -> str:
    return re.sub(r" in \d+\.\d\d s\.$", " in TIME.", summary, flags=re.MULTILINE)
