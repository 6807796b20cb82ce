"""What holds for every run of kgen, whatever it is given to read."""

import re
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from hypothesis import note

from tests.running import Result, run_kgen

Files = dict[str, bytes]
"""What lies in the folder that kgen runs in, by path."""

LONGEST = 30.0
"""Seconds that no run on a few kB takes, on the slowest of machines."""

# What a text may not hold: whatever steers a terminal or a reader's eye, so control characters but tab and line feed,
# and bidirectional formatting.
REPORT = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# kubectl's JSON and YAML escape only these, and kgen prints the same bytes.
MANIFEST = re.compile("[\0-\x08\x0b-\x1f]")
# A template of the user's own prints what is there, as with kubectl.
TEMPLATE = re.compile("(?!)")

executions = 0
"""How many runs there were in this process."""


def run(argv: list[str], files: Files, never: re.Pattern[str] = REPORT) -> Result:
    """Run kgen among `files` and check what is always to hold; its output has no match of `never`."""
    with TemporaryDirectory() as folder, chdir(folder):
        lay(Path(folder), files)
        return checked_run(argv, never)


def checked_run(argv: list[str], never: re.Pattern[str] = REPORT) -> Result:
    """The same in the current folder, as it is."""
    global executions  # noqa: PLW0603 - the count of a whole session
    executions += 1
    started = perf_counter()
    result = _kgen(argv)
    note(f"kgen {argv} gave {result}")
    assert perf_counter() - started < LONGEST
    assert result.code in {0, 1, 2}, result.err
    assert "Traceback" not in result.err
    assert not REPORT.search(result.err), ascii(result.err)
    assert not never.search(result.out), ascii(result.out)
    return result


def _kgen(argv: list[str]) -> Result:
    try:
        return run_kgen(argv)
    except SystemExit as leaving:  # argparse, when it has printed its help
        return Result(0 if leaving.code == 0 else 3, "", f"left with {leaving.code}")


def lay(folder: Path, files: Files) -> None:
    """Write the files."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
