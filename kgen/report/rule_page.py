"""The documentation of a rule as a page: for a terminal, as Markdown, as data."""

from __future__ import annotations

from textwrap import indent

from kgen.lint.documentation import read_documentation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.rule import Rule
    from kgen.report.findings_json import Json

_STRIPPED = "Its documentation is missing: this Python runs with docstrings stripped (-OO)."


def markdown(rule: Rule) -> str:
    """The page as documentation sites show it."""
    documentation = read_documentation(rule.documentation)
    sections = "".join(f"\n## {heading}\n{text}" for heading, text in documentation.sections.items())
    return f"# {rule.name}\n\n{_facts(rule)}\n\n{documentation.title or _STRIPPED}\n{sections}"


def text(rule: Rule) -> str:
    """The page for a terminal: no Markdown fences, everything below its heading indented."""
    documentation = read_documentation(rule.documentation)
    sections = "".join(
        f"\n{heading}\n{indent(_unfenced(body), '  ')}" for heading, body in documentation.sections.items()
    )
    return f"{rule.name}: {documentation.title or _STRIPPED}\n{_facts(rule)}\n{sections}"


def data(rule: Rule) -> Json:
    """The page for programs; `documentation` is Markdown by heading."""
    documentation = read_documentation(rule.documentation)
    return {
        "name": rule.name,
        "group": rule.group,
        "severity": rule.severity.value,
        "since": rule.since,
        "fix": None if rule.fix is None else rule.fix.value,
        "title": documentation.title,
        "documentation": dict(documentation.sections),
    }


def _facts(rule: Rule) -> str:
    off = "" if rule.on_by_default else ", off by default"
    fix = "" if rule.fix is None else f", {rule.fix} fix"
    return f"Group `{rule.group}`, severity {rule.severity}{fix}, since {rule.since}{off}."


def _unfenced(body: str) -> str:
    lines: list[str] = []
    in_example = False
    for line in body.splitlines():
        if line.startswith("```"):
            in_example = not in_example
        else:
            lines.append(f"  {line}".rstrip() if in_example else line)
    return "\n".join(lines) + "\n"
