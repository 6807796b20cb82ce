"""Which rules run where nothing is configured."""

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.select import selected


def test_opinions_are_off_and_most_else_is_on() -> None:
    on = {rule.name for rule in selected(rules(), Config())}
    assert on.isdisjoint(rule.name for rule in rules() if rule.group == "opinion")
    assert {rule.group for rule in rules() if rule.name in on} == {rule.group for rule in rules()} - {"opinion"}
