"""Every rule's documentation: its form, and its examples, which are linted."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import kgen.rules
from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import Checked, check
from kgen.lint.documentation import OPTIONAL, REQUIRED, Documentation, read_documentation
from kgen.lint.fix.fix import Safety
from kgen.lint.fix.mend import mend
from kgen.lint.fix.trial import State
from kgen.lint.rule import Rule
from kgen.lint.select import selected
from kgen.repository import Repository, from_sources
from kgen.syntax.source import Source

RULES = rules()
MARK = re.compile(r"# error: (?P<rule>\S+)$")
FILE_NAME = re.compile(r"# (\S+\.yaml)")

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
    """Line and rule of each finding that stands in an example, linted as a repository.

    Every rule that is on by default takes part, and the one documented. A comment alone on its line names the file that
    begins there; without one all of it is one file.
    """
    return [(finding.place.span.line, finding.rule) for finding in _state(rule, example).standing]


def _state(rule: Rule, example: str) -> State:
    repository = from_sources(_files(example))
    return State(repository, _lint(rule)(repository))


def _lint(rule: Rule) -> Callable[[Repository], Checked]:
    config = Config(extend_select=(rule.name,))
    return partial(check, selected(RULES, config), config=config)


def _files(example: str) -> list[Source]:
    """The files of an example, each with its text on the lines where the example has it."""
    lines = example.splitlines()
    named = [(number, found[1]) for number, line in enumerate(lines) if (found := FILE_NAME.fullmatch(line))]
    ends = [*(number for number, _ in named[1:]), len(lines)]
    texts = [
        "\n" * start + "\n".join(lines[start:end]).removesuffix("---")
        for (start, _), end in zip(named, ends, strict=False)
    ]
    files = dict(zip((name for _, name in named), texts, strict=True)) or {"example.yaml": example}
    return [Source(name, text.encode()) for name, text in files.items()]


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


@every_rule
def test_unsafe_fixes_are_explained(rule: Rule) -> None:
    assert ("Fix safety" in _documentation(rule).sections) is (rule.fix is Safety.UNSAFE)


@pytest.mark.parametrize(("rule", "example"), _examples("Bad"))
def test_bad_examples_are_fixed_as_the_rule_says(rule: Rule, example: str) -> None:
    state = _state(rule, example)
    fixes = [finding.fix for finding in state.standing if finding.fix is not None]
    assert all(rule.fix is Safety.UNSAFE or fix.safety is rule.fix for fix in fixes)
    mended = mend(state, lambda finding: finding.rule == rule.name, _lint(rule))
    assert mended.refused == []
    assert len(mended.state.standing) == len(state.standing) - len(fixes)
