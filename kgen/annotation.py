"""What `typing` has for annotations, at no cost when kgen runs: to import that takes 2 ms."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Generic, Protocol, TypeVar

    __all__ = ["Any", "Generic", "Protocol", "TypeVar"]
else:
    Any = object

    class Generic:
        """A base that takes any parameters and adds nothing."""

        __slots__ = ()

        def __class_getitem__(cls, _parameters):
            return cls

    class Protocol(Generic):
        """A base of what is never made."""

    def TypeVar(name, *, bound=None):  # noqa: N802, ARG001 # called as that of `typing` is
        return name
