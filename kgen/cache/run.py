"""What a run printed, and what that rests on: printed again as long as all of it is as it was."""

from __future__ import annotations

from kgen.cache.tree import tree_digest
from kgen.discovery.listing import listing
from kgen.discovery.witness import state_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SECONDS = " in {:.2f} s."
_BETWEEN = "\0"


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
            tree_digest(listing(start, respects_gitignore=respects)) == digest for start, respects, digest in self.trees
        )

    def to_text(self) -> str:
        """How many parts there are of each kind, and the parts; JSON would take a reader that is long to import.

        NUL stands between them, which no path has. What is printed may have one: then it is not read again.
        """
        trees = [part for start, respects, digest in self.trees for part in (start, str(int(respects)), digest)]
        states = [part for pair in self.states.items() for part in pair]
        kinds = ([str(self.code)], self.output, self.error, trees, states)
        counts = " ".join(str(len(parts)) for parts in kinds)
        return _BETWEEN.join([counts, *(part for parts in kinds for part in parts)])


def kept_run(text: str) -> KeptRun | None:
    """The run that was written as this text, None for any other text."""
    counts, *parts = text.split(_BETWEEN)
    try:
        (code,), output, error, trees, states = _groups(parts, [int(count) for count in counts.split()])
        kept = zip(trees[::3], trees[1::3], trees[2::3], strict=True)
        known = [(start, bool(int(respects)), digest) for start, respects, digest in kept]
        return KeptRun(output, error, int(code), known, dict(zip(states[::2], states[1::2], strict=True)))
    except ValueError:
        return None


def without_time(text: str, seconds: float) -> list[str]:
    """The parts of a text around the time that it says a run took."""
    return text.split(_SECONDS.format(seconds))


def with_time(parts: list[str], seconds: float) -> str:
    """The parts with another time between them."""
    return _SECONDS.format(seconds).join(parts)


def _groups(parts: list[str], sizes: Sequence[int]) -> Iterator[list[str]]:
    if sum(sizes) != len(parts):
        raise ValueError
    end = 0
    for size in sizes:
        end += size
        yield parts[end - size : end]
