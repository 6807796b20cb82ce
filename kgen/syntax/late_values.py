"""The values that kgen.syntax.lines cannot know from their line alone: block scalars, flow collections, aliases."""

from __future__ import annotations

from functools import lru_cache

from kgen.pattern import lazy_pattern
from kgen.syntax.block_scalar import block_scalar
from kgen.syntax.quick import quick_read
from kgen.syntax.steps import MAX_COLUMN, scalar
from kgen.syntax.unusual import UnusualError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.events import Engine
    from kgen.syntax.scalars import Scalar
    from kgen.syntax.value import Data

_ANCHORED = lazy_pattern(r"&([A-Za-z0-9_-]+) +([^ #].*)")
_ALIAS = lazy_pattern(r"\*([A-Za-z0-9_-]+) *(?: #.*)?")
_FLOWS_REMEMBERED = 1000
_MOST_ALIASES = 100  # up to here none are too many for kgen.syntax.limits


class LateValues:
    """Reads the values of a text; `lines` are those that follow, the next one last."""

    __slots__ = ("_aliases", "_anchors", "_engine", "_lines")

    def __init__(self, lines: list[str], engine: Engine) -> None:
        self._lines = lines
        self._engine = engine
        self._anchors: dict[tuple[int, str], Scalar] = {}
        self._aliases = 0

    def value(self, text: str, column: int, document: int) -> Data:
        """The value that starts with a text, in a collection at a 0-based column of the nth document.

        Lines that belong to it are taken off; UnusualError for one that is out of the ordinary.
        """
        first = text[0]
        if first in "|>":
            return block_scalar(text, column, self._lines)
        if first == "&":
            return self._anchored(text, document)
        if first == "*":
            return self._alias(text, document)
        return self._flow(text)

    def _anchored(self, text: str, document: int) -> Scalar:
        match = _ANCHORED.fullmatch(text)
        if match is None:
            raise UnusualError
        value, is_late = scalar(match[2])
        if is_late:
            raise UnusualError
        self._anchors[document, match[1]] = value
        return value

    def _alias(self, text: str, document: int) -> Scalar:
        match = _ALIAS.fullmatch(text)
        self._aliases += 1
        if match is None or self._aliases > _MOST_ALIASES or (document, match[1]) not in self._anchors:
            raise UnusualError
        return self._anchors[document, match[1]]

    def _flow(self, text: str) -> Data:
        if text == "{}":
            return {}
        if text == "[]":
            return []
        found = _flow_collection(text, self._engine)
        if found is None:
            raise UnusualError
        return _copy(found)


@lru_cache(maxsize=_FLOWS_REMEMBERED)
def _flow_collection(text: str, engine: Engine) -> Data:
    """What a flow collection holds, None where it is left to others; the same lists of verbs repeat endlessly."""
    if text.count("[") + text.count("{") > MAX_COLUMN:
        return None
    found = quick_read(text, engine)
    return found[0][0] if found else None


def _copy(data: Data) -> Data:
    """The same as an object of its own, as kgen.syntax.node tells values by their containers."""
    if isinstance(data, list):
        return [_copy(item) for item in data]
    return {key: _copy(value) for key, value in data.items()} if isinstance(data, dict) else data
