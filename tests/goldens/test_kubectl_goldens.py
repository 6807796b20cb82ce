"""kgen answers kubectl's own command lines with kubectl's bytes.

The rows beside this file are a sample; KGEN_GOLDENS (default ../shared/goldens) names the folder of the full sets,
3,155 command lines a version. Standard error is compared by pattern where it holds a time, a process id or a line
number of kubectl's source.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest

from tests.running import Result, run_kgen

HERE = Path(__file__).parent
FULL = Path(os.environ.get("KGEN_GOLDENS", HERE.parents[1].parent / "shared" / "goldens"))
NAMES = ("kubectl-1.32", "kubectl-1.35", "kubectl-1.37", "kubectl-1.37-kyaml")
KLOG = re.compile(r"^W\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ helpers\.go:\d+\] ", re.MULTILINE)


class Row(TypedDict):
    """One line of a golden file; `argv` is what stood after `kubectl`."""

    argv: list[str]
    rc: int
    stdout: str
    stderr: str
    family: str


def rows(path: Path) -> Iterator[Row]:
    """The rows of a golden file."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from map(json.loads, lines)


def answer(row: Row, version: str) -> Result:
    """kgen's answer, told whose bytes to print behind the command's first word."""
    first, *rest = row["argv"]
    return run_kgen([first, f"--kubernetes-version={version}", *rest])


def expected(row: Row) -> Result:
    """kubectl's answer."""
    return Result(row["rc"], row["stdout"], row["stderr"])


def steady(result: Result) -> Result:
    """The result without what changes from run to run."""
    return Result(result.code, result.out, KLOG.sub("W ", result.err))


def compare(path: Path, version: str, record: Counter[str]) -> list[str]:
    """The command lines that kgen answers differently; counts the equal ones into `record`."""
    different = []
    for row in rows(path):
        got, want = steady(answer(row, version)), steady(expected(row))
        record[row["family"]] += got == want
        if got != want:
            different.append(f"{row['argv']}\n  kubectl {want}\n  kgen    {got}")
    return different


@pytest.mark.parametrize("name", NAMES)
def test_sample(name: str, golden_counts: dict[str, Counter[str]]) -> None:
    check(HERE / f"{name}.jsonl", name, golden_counts)


@pytest.mark.parametrize("name", NAMES)
def test_full_set(name: str, golden_counts: dict[str, Counter[str]]) -> None:
    path = FULL / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip(f"no {path.name} in KGEN_GOLDENS; the committed sample is compared all the same")
    check(path, f"{name} (full)", golden_counts)


def check(path: Path, label: str, golden_counts: dict[str, Counter[str]]) -> None:
    """Fail with the first differing command lines of a golden file."""
    version = path.stem.split("-")[1]
    counts = golden_counts[label] = Counter()
    different = compare(path, version, counts)
    assert not different, f"{len(different)} rows of {path.name} differ:\n" + "\n".join(different[:5])
    assert counts.total() > 0
