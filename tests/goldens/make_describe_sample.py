"""Chooses the rows of `kubectl describe service` that are committed: `python make_describe_sample.py GOLDENS_DIR`.

GOLDENS_DIR holds describe-VERSION.jsonl: Services, their EndpointSlices and what real kubectl printed of them.
"""

import json
import re
import sys
from pathlib import Path

ROWS = 20
VERSIONS = ("1.32", "1.37")


def traits(row: dict[str, str]) -> set[str]:
    """The page's lines by their titles, with the shapes of their values."""
    return {re.sub(r"[^\W\d_]{4,}|\d+", "…", line[line.find(":") :])[:12] + line[:12] for line in lines(row)}


def lines(row: dict[str, str]) -> list[str]:
    """The lines of a page without the names, which are all different."""
    return row["stdout"].splitlines()[1:]


def sample(rows: list[bytes]) -> list[bytes]:
    """The rows that show most that those chosen before do not."""
    left, chosen, seen = [(line, traits(json.loads(line))) for line in rows], [], set[str]()
    for _ in range(min(ROWS, len(left))):
        best = max(left, key=lambda each: len(each[1] - seen))
        left.remove(best)
        chosen.append(best[0])
        seen |= best[1]
    return chosen


def main(folder: str) -> None:
    """Write the sample of each version beside this file."""
    for version in VERSIONS:
        name = f"describe-{version}.jsonl"
        rows = Path(folder, name).read_bytes().splitlines(keepends=True)
        Path(__file__).with_name(name).write_bytes(b"".join(sample(rows)))


if __name__ == "__main__":
    main(sys.argv[1])
