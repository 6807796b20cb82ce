"""All rules in one document, docs/rules.md."""

from __future__ import annotations

from itertools import groupby

from kgen.lint.documentation import read_documentation
from kgen.report import rule_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kgen.lint.rule import Rule

_INTRODUCTION = """\
# Rules

What `kgen lint` looks for, by group. `kgen rule NAME` prints a page of this document. It is made of what the rules say
of themselves (`kgen rule --all --output-format markdown`): edit it there.

`--fix` makes safe fixes. A rule whose fix is called unsafe has at least one that needs `--unsafe-fixes` as well; its
page tells which, and why.
"""


def markdown(rules: Sequence[Rule]) -> str:
    """A table of each group, then the page of each rule; `rules` are sorted by group."""
    return "\n".join((_INTRODUCTION, *_tables(rules), *(_demoted(rule_page.markdown(rule)) for rule in rules)))


def _tables(rules: Iterable[Rule]) -> Iterator[str]:
    for group, members in groupby(rules, lambda rule: rule.group):
        rows = "".join(map(_row, members))
        yield f"**{group}**\n\n| rule | severity | fix | |\n|---|---|---|---|\n{rows}"


def _row(rule: Rule) -> str:
    return f"| [{rule.name}](#{rule.name}) | {_level(rule)} | {rule.fix or ''} | {_title(rule)} |\n"


def _level(rule: Rule) -> str:
    return rule.severity if rule.on_by_default else f"{rule.severity}, off by default"


def _title(rule: Rule) -> str:
    return read_documentation(rule.documentation).title.replace("|", "\\|")


def _demoted(page: str) -> str:
    """A page whose headings are one level lower."""
    lines: list[str] = []
    in_example = False
    for line in page.splitlines():
        in_example ^= line.startswith("```")
        lines.append(f"#{line}" if line.startswith("#") and not in_example else line)
    return "\n".join(lines) + "\n"
