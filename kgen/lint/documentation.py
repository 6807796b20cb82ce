"""A rule's docstring taken apart: title, sections under fixed headings, examples."""

from __future__ import annotations

import re

from kgen.pattern import lazy_pattern
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

REQUIRED = ("Why", "Bad", "Good", "How to fix")
OPTIONAL = ("Fix safety", "Options", "When to ignore", "References")

_HEADING = lazy_pattern(r"^## (.+)\n", re.MULTILINE)
_EXAMPLE = lazy_pattern(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@record
class Documentation:
    """The first line without its full stop, and Markdown by heading in the order written."""

    title: str
    sections: Mapping[str, str]

    def examples(self, heading: str) -> list[str]:
        """The YAML of each fenced block under a heading."""
        return _EXAMPLE.findall(self.sections.get(heading, ""))


def read_documentation(docstring: str) -> Documentation:
    """Take a docstring apart; an empty one, as under `python -OO`, has neither title nor sections."""
    head, *rest = _HEADING.split(docstring)
    sections = {heading: f"{text.strip()}\n" for heading, text in zip(rest[::2], rest[1::2], strict=True)}
    return Documentation(head.strip().rstrip("."), sections)
