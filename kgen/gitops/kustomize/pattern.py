"""Regular expressions that kustomizations hold, which come from anybody and must not keep kgen busy for ever."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgen.gitops.kustomize.problem import BuildError, Cause

if TYPE_CHECKING:
    from kgen.syntax.node import Node

# A repeated group with a repetition or a choice inside: Python tries every way to split a text among them, where
# kustomize's RE2 takes one pass.
_EXPONENTIAL = re.compile(r"[*+?}|][^()]*\)(?:[*+]|\{\d*,)")
_LONGEST = 1000


def compile_pattern(text: str, origin: Node | None) -> re.Pattern[str]:
    """Compile a pattern; raise BuildError at `origin` for what is none, or may take exponential time."""
    if len(text) > _LONGEST or _EXPONENTIAL.search(text):
        raise BuildError(f"regular expression `{text[:80]}` may take too long", origin, Cause.UNSUPPORTED)
    try:
        return re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        raise BuildError(f"`{text}` is no regular expression: {error}", origin) from None
