"""`create ingress` and `expose -f` answer with kubectl's bytes.

A row of ingress.jsonl and expose.jsonl says which versions of kubectl gave its answer. `expose` was run in the folder
expose/, beside a stub of the API server's discovery; a row's `stdin` is what it was fed.
"""

import json
from collections import Counter
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from tests.libyaml import HAS_LIBYAML
from tests.running import Result, run_kgen

HERE = Path(__file__).parent
VERSIONS = ("1.32", "1.35", "1.37")
PARSER = "error converting YAML to JSON: "  # behind it stand libyaml's words, which its Python twin has not


class Row(TypedDict):
    """One line of a golden file; `argv` is what stood after `kubectl`."""

    argv: list[str]
    family: str
    versions: list[str]
    rc: int
    stdout: str
    stderr: str
    stdin: NotRequired[str]


def rows(name: str, version: str) -> list[Row]:
    """The rows that hold for one version."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    found: list[Row] = [json.loads(line) for line in lines if line]
    return [row for row in found if version in row["versions"] and (HAS_LIBYAML or PARSER not in row["stderr"])]


def answer(row: Row, version: str) -> Result:
    """kgen's answer, told whose bytes to print behind the command's first word."""
    first, *rest = row["argv"]
    return run_kgen([first, f"--kubernetes-version={version}", *rest], row.get("stdin", ""))


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", ["ingress", "expose"])
def test_same_bytes(
    name: str, version: str, monkeypatch: pytest.MonkeyPatch, golden_counts: dict[str, Counter[str]]
) -> None:
    monkeypatch.chdir(HERE / "expose")
    counts = golden_counts[f"{name} {version}"] = Counter()
    different = []
    for row in rows(name, version):
        got, want = answer(row, version), Result(row["rc"], row["stdout"], row["stderr"])
        counts[row["family"]] += got == want
        if got != want:
            different.append(f"{row['argv']}\n  kubectl {want}\n  kgen    {got}")
    assert not different, f"{len(different)} rows differ:\n" + "\n".join(different[:5])
    assert counts.total() > 0
