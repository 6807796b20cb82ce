"""Small repositories with one fault each, in the line that a comment marks: nothing else may be reported."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.running import run_kgen

FAULTS = Path(__file__).parent.parent / "testdata" / "faults"
MARK = re.compile(r"# error: (?P<rule>\S+)$")

Fault = tuple[str, int, str]


def marked(folder: Path) -> list[Fault]:
    """File, line and rule of each mark below a folder."""
    return [
        (path.relative_to(folder).as_posix(), number, mark["rule"])
        for path in sorted(folder.rglob("*.yaml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (mark := MARK.search(line))
    ]


def reported(folder: Path) -> list[Fault]:
    """File, line and rule of each finding in a folder, which is the working directory."""
    result = run_kgen(["lint", "--output-format", "json", "--isolated", "--exit-zero", str(folder)])
    found = json.loads(result.out)["findings"]
    return [(finding["path"], finding["line"], finding["rule"]) for finding in found]


@pytest.mark.parametrize("rule", sorted(folder.name for folder in FAULTS.iterdir()))
def test_exactly_the_faulty_line_is_reported(rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Away from this repository, whose root would otherwise be read.
    shutil.copytree(FAULTS / rule, tmp_path / rule)
    monkeypatch.chdir(tmp_path / rule)
    expected = marked(tmp_path / rule)
    assert [name for _, _, name in expected] == [rule]
    assert reported(Path()) == expected


def test_faulty_folders_do_not_disturb_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FAULTS, tmp_path / "faults")
    monkeypatch.chdir(tmp_path / "faults")
    assert reported(Path()) == marked(tmp_path / "faults")
