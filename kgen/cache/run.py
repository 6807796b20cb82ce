"""What a run printed, and what that rests on: printed again as long as all of it is as it was."""

from __future__ import annotations

import json
from pathlib import Path

from kgen.cache.tree import tree_digest
from kgen.discovery.witness import state_of

_SECONDS = " in {:.2f} s."


class KeptRun:
    """A run's standard output, standard error and exit code, the time it took cut out.

    `trees` holds for each repository where its discovery started, whether that respects .gitignore files, and its
    digest; `states` what was found at other paths, as `state_of` has it.
    """

    __slots__ = ("code", "error", "output", "states", "trees")

    def __init__(
        self, output: list[str], error: list[str], code: int, trees: list[tuple[str, bool, str]], states: dict[str, str]
    ) -> None:
        self.output = output
        self.error = error
        self.code = code
        self.trees = trees
        self.states = states

    def is_current(self) -> bool:
        """Whether a run would find now what this one has found."""
        return all(state_of(path) == state for path, state in self.states.items()) and all(
            tree_digest(Path(start), respects_gitignore=respects) == digest for start, respects, digest in self.trees
        )

    def to_json(self) -> str:
        """As text; lone surrogates, which stand for bytes that are no UTF-8, come through."""
        return json.dumps([self.output, self.error, self.code, self.trees, self.states])


def kept_run(text: str) -> KeptRun | None:
    """The run that was written as this text, None for any other text."""
    try:
        output, error, code, trees, states = json.loads(text)
        return KeptRun(output, error, code, [(start, respects, digest) for start, respects, digest in trees], states)
    except (ValueError, TypeError):
        return None


def without_time(text: str, seconds: float) -> list[str]:
    """The parts of a text around the time that it says a run took."""
    return text.split(_SECONDS.format(seconds))


def with_time(parts: list[str], seconds: float) -> str:
    """The parts with another time between them."""
    return _SECONDS.format(seconds).join(parts)
