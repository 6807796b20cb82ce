"""Known words that are nearly the one that was written; what takes long to import waits until there is such a word."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def close_matches(word: str, known: Iterable[str], n: int = 3, cutoff: float = 0.6) -> list[str]:
    """Up to `n` of the known words, the nearest first, as `difflib.get_close_matches` has them."""
    from difflib import get_close_matches  # noqa: PLC0415 # with what it imports 1 ms

    return get_close_matches(word, list(known), n, cutoff)
