"""Every rule's documentation: its form, and its examples, which are linted."""

import re
from pathlib import Path

import pytest

import kgen.rules
from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import check
from kgen.lint.documentation import OPTIONAL, REQUIRED, Documentation, read_documentation
from kgen.lint.rule import Rule
from kgen.lint.select import selected
from kgen.repository import from_sources
from kgen.syntax.source import Source

RULES = rules()
MARK = re.compile(r"# error: (?P<rule>\S+)$")
FILE_NAME = re.compile(r"# (\S+\.yaml)\n")

every_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in RULES])


def _examples(heading: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.name} {number}")
        for rule in RULES
        for number, example in enumerate(read_documentation(rule.documentation).examples(heading), start=1)
    ]


def _documentation(rule: Rule) -> Documentation:
    return read_documentation(rule.documentation)


def _marked(example: str) -> list[tuple[int, str]]:
    return [
        (number, mark["rule"])
        for number, line in enumerate(example.splitlines(), start=1)
        if (mark := MARK.search(line))
    ]


def _reported(rule: Rule, example: str) -> list[tuple[int, str]]:
    """Line and rule of each finding that stands in an example, linted as a repository of one file.

    Every rule that is on by default takes part, and the one documented. A comment in the first line names the file.
    """
    config = Config(extend_select=(rule.name,))
    named = FILE_NAME.match(example)
    repository = from_sources([Source(named[1] if named else "example.yaml", example.encode())])
    findings = check(selected(RULES, config), repository, config).findings
    return [(finding.place.span.line, finding.rule) for finding in findings if finding.suppressed is None]


def test_there_are_rules() -> None:
    assert len(RULES) >= 6
    assert len({rule.name for rule in RULES}) == len(RULES)


@every_rule
def test_a_rule_is_named_by_its_file_and_grouped_by_its_folder(rule: Rule) -> None:
    file = Path(kgen.rules.__path__[0], rule.group, f"{rule.name.replace('-', '_')}.py")
    assert file.is_file()


@every_rule
def test_headings_are_those_that_every_rule_has(rule: Rule) -> None:
    documentation = _documentation(rule)
    headings = list(documentation.sections)
    assert headings == [one for one in (*REQUIRED, *OPTIONAL) if one in headings]
    assert set(REQUIRED) <= set(headings)
    assert all(documentation.sections.values())


@every_rule
def test_the_title_is_one_line_without_further_sentences(rule: Rule) -> None:
    title = _documentation(rule).title
    assert title
    assert "\n" not in title
    assert ". " not in title


@every_rule
def test_both_kinds_of_example_are_given(rule: Rule) -> None:
    documentation = _documentation(rule)
    assert documentation.examples("Bad")
    assert documentation.examples("Good")


@pytest.mark.parametrize(("rule", "example"), _examples("Bad"))
def test_bad_examples_are_reported_on_the_marked_lines(rule: Rule, example: str) -> None:
    marked = _marked(example)
    assert marked
    assert {name for _, name in marked} == {rule.name}
    assert _reported(rule, example) == marked


@pytest.mark.parametrize(("rule", "example"), _examples("Good"))
def test_good_examples_are_silent(rule: Rule, example: str) -> None:
    assert _reported(rule, example) == []
