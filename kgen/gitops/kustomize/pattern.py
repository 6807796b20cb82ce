"""Regular expressions that kustomizations hold, which come from anybody and must not keep kgen busy for ever."""

from __future__ import annotations

import re
from functools import cache

from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.node import Node

# A repeated group with a repetition or a choice inside: Python tries every way to split a text among them, where
# kustomize's RE2 takes one pass.
_EXPONENTIAL = lazy_pattern(r"[*+?}|][^()]*\)(?:[*+]|\{\d*,)")
# Repetitions one behind the other take time to the power of their number: three some 0.2 s for the longest name.
_REPETITION = lazy_pattern(r"(?<!\\)[*+]|\{\d*,\d*\}")
_MOST_REPETITIONS = 3
_LONGEST = 1000


def compile_pattern(text: str, origin: Node | None) -> re.Pattern[str]:
    """Compile a pattern; raise BuildError at `origin` for what is none, or may take too long."""
    try:
        return _compiled(text)
    except BuildError as error:
        raise error.at(origin) from None


@cache
def _compiled(text: str) -> re.Pattern[str]:
    if len(text) > _LONGEST or _EXPONENTIAL.search(text) or len(_REPETITION.findall(text)) > _MOST_REPETITIONS:
        raise BuildError(f"regular expression `{text[:80]}` may take too long", cause=Cause.UNSUPPORTED)
    try:
        return re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        raise BuildError(f"`{text}` is no regular expression: {error}") from None
