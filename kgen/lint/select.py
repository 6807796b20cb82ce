"""Which rules run, by their names, their groups and `ALL`."""

from __future__ import annotations

from kgen.errors import KgenError
from kgen.spelling import close_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kgen.config.model import Config
    from kgen.lint.rule import Rule

ALL = "ALL"


def selected(rules: Iterable[Rule], config: Config) -> list[Rule]:
    """The rules that the configuration leaves: the more specific word wins, and `ignore` wins a tie."""
    return [rule for rule in rules if _wanted(rule, config) > specificity(rule.name, rule.group, config.ignore)]


def _wanted(rule: Rule, config: Config) -> int:
    """How closely a rule is asked for; to be on by default is as good as `ALL`."""
    by_default = not config.select and rule.on_by_default
    return max(int(by_default), specificity(rule.name, rule.group, (*config.select, *config.extend_select)))


def specificity(rule: str, group: str, words: Iterable[str]) -> int:
    """How closely the closest of `words` names a rule: 3 by its name, 2 by its group, 1 by `ALL`, 0 not."""
    names = (ALL, group, rule)
    return max((names.index(word) + 1 for word in words if word in names), default=0)


def check_configured(rules: Sequence[Rule], config: Config) -> None:
    """Raise KgenError for the first word of a configuration file that names no rule."""
    for key, words in (
        ("select", config.select),
        ("extend-select", config.extend_select),
        ("ignore", config.ignore),
    ):
        for index, word in enumerate(words):
            check_word(rules, word, config.place(f"{key}[{index}]"))
    for pattern, words in config.per_file_ignores.items():
        for word in words:
            check_word(rules, word, config.place(f"per-file-ignores.{pattern}"))
    for key, names in (("severity", config.severity), ("rules", config.rules)):
        for name in names:
            check_name(rules, name, config.place(f"{key}.{name}"))


def check_word(rules: Iterable[Rule], word: str, place: str = "") -> None:
    """Raise KgenError unless `word` is a rule, a group or `ALL`; `place` is where it was written."""
    known = {ALL, *(rule.name for rule in rules), *(rule.group for rule in rules)}
    if word not in known:
        message = f"unknown rule or group `{word}`{_way_out(word, known)}"
        raise KgenError(f"{place}: {message}" if place else message)


def check_name(rules: Iterable[Rule], name: str, place: str) -> None:
    """Raise KgenError unless `name` is the name of a rule; `place` is where it was written."""
    known = {rule.name for rule in rules}
    if name not in known:
        raise KgenError(f"{place}: unknown rule `{name}`{_way_out(name, known)}")


def _way_out(word: str, known: Iterable[str]) -> str:
    near = close_matches(word, sorted(known), n=1)
    return f"; did you mean `{near[0]}`?" if near else "; `kgen rule` lists them"
