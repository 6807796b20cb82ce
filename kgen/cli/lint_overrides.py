"""Flags of `kgen lint` whose values are pairs: `--per-file-ignores PATTERN:RULE`, `--severity RULE=LEVEL`."""

from __future__ import annotations

import os

from kgen.discovery.relative import relative
from kgen.errors import KgenError
from kgen.lint.select import check_name, check_word
from kgen.lint.severity import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kgen.config.model import Config
    from kgen.lint.rule import Rule


def per_file_ignores(pairs: Sequence[str], config: Config, rules: Sequence[Rule]) -> Mapping[str, tuple[str, ...]]:
    """The configured rules by pattern, and those of the flag, whose patterns start at the working directory."""
    ignored = dict(config.per_file_ignores)
    for pair in pairs:
        pattern, colon, word = pair.rpartition(":")
        if not colon:
            raise KgenError(f"`{pair}` in --per-file-ignores is no PATTERN:RULE", "for example 'legacy/**:schema'")
        check_word(rules, word, "--per-file-ignores")
        key = _from_settings(pattern, config)
        ignored[key] = (*ignored.get(key, ()), word)
    return ignored


def severities(pairs: Sequence[str], config: Config, rules: Sequence[Rule]) -> Mapping[str, str]:
    """The configured severities by rule, and those of the flag over them."""
    levels = dict(config.severity)
    for pair in pairs:
        name, _, level = pair.partition("=")
        if level not in list(Severity):
            raise KgenError(f"`{pair}` in --severity is no RULE=LEVEL", f"levels are {', '.join(Severity)}")
        check_name(rules, name, "--severity")
        levels[name] = level
    return levels


def _from_settings(pattern: str, config: Config) -> str:
    """A pattern relative to the working directory, as one relative to the configuration file's folder.

    Like .gitignore's, a pattern without a slash before its end is good at any depth.
    """
    if config.path is None or "/" not in pattern.rstrip("/"):
        return pattern
    here = relative(os.path.realpath("."), os.path.realpath(os.path.dirname(config.path)))
    return pattern if here == "." else f"/{here}/{pattern.lstrip('/')}"
