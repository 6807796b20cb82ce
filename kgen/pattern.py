"""Regular expressions that are compiled when they are first used: kgen has some hundred, and a run needs a few."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any, AnyStr

    def lazy_pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """The pattern that `re.compile` would give; one that is wrong is told of when it is first used."""

else:

    def lazy_pattern(text, flags=0):
        return _Lazy(text, flags)


class _Lazy:
    """Has the methods of the compiled pattern for its own once it was asked for the first: no call costs more then."""

    __slots__ = ("_flags", "_text", "findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        import re  # noqa: PLC0415 # what no pattern is asked of does without

        compiled = re.compile(self._text, self._flags)
        for method in self.__slots__[2:]:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
