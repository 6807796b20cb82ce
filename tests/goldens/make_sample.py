"""Chooses the golden rows that are committed: `python make_sample.py GOLDENS_DIR` rewrites the *.jsonl beside it.

GOLDENS_DIR holds kubectl-VERSION.jsonl files: what real kubectl answered (argv, rc, stdout, stderr) to some
3,155 command lines. Every family keeps a share of its rows, and every distinct kind of error message one.
"""

import json
import re
import sys
from pathlib import Path

SHARE = 7
VERSIONS = ("1.32", "1.35", "1.37", "1.37-kyaml")


def error_kind(stderr: str) -> str:
    """The message without what the command line put into it."""
    return re.sub(r'"[^"]*"|\d+', "…", stderr)[:80]


def sample(lines: list[bytes]) -> list[bytes]:
    """A share of each family's rows and the first row of each kind of error."""
    chosen: list[bytes] = []
    seen: set[str] = set()
    families: dict[str, int] = {}
    for line in lines:
        row = json.loads(line)
        position = families[row["family"]] = families.get(row["family"], -1) + 1
        kind = error_kind(row["stderr"])
        if position % SHARE == 0 or kind not in seen:
            chosen.append(line)
        seen.add(kind)
    return chosen


def main(folder: str) -> None:
    """Write the sample of each version beside this file."""
    for version in VERSIONS:
        name = f"kubectl-{version}.jsonl"
        lines = Path(folder, name).read_bytes().splitlines(keepends=True)
        Path(__file__).with_name(name).write_bytes(b"".join(sample(lines)))


if __name__ == "__main__":
    main(sys.argv[1])
