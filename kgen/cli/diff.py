"""Differences of files as `diff -u` and `git diff` write them."""

from __future__ import annotations

from difflib import unified_diff
from io import StringIO

from kgen.syntax.display import visible, visible_lines


def diff(path: str, before: str | None, after: str | None) -> str:
    """The difference between two texts of a file, None for one that is not there; empty for equal ones."""
    old = "/dev/null" if before is None else f"a/{visible(path)}"
    new = "/dev/null" if after is None else f"b/{visible(path)}"
    lines = map(_shown, unified_diff(_lines(before), _lines(after), old, new))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _shown(line: str) -> str:
    """The line as a terminal may show it; a carriage return that ends it stays, for `git apply`."""
    text = line.rstrip("\r\n")
    return visible_lines(text) + line[len(text) :]


def _lines(text: str | None) -> list[str]:
    return list(StringIO(text or "", newline="\n"))  # str.splitlines would also end lines inside of values
