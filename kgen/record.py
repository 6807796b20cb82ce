"""Classes that hold named values, as dataclasses do, but soon ready: a run has hundreds of them and uses a third.

`dataclasses` writes and compiles half a dozen methods for each class when it is imported, 0.3 ms a class; here the one
that must be compiled waits until a first object is made. That a record does not change is for the type checker to see.
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, TypeVar, dataclass_transform, overload

    Value = TypeVar("Value")
    Made = TypeVar("Made", bound=type)

_FIELDS = "__record_fields__"
_NO_DEFAULT = object()


class _Fresh:
    """A default that each object gets for itself."""

    __slots__ = ("factory",)

    def __init__(self, factory: Callable[[], object]) -> None:
        self.factory = factory


def fresh(*, factory: Callable[[], Value]) -> Value:
    """The default of a field that is made anew for each object, as a list or dict must be."""
    default: Any = _Fresh(factory)
    return default  # type: ignore[no-any-return] # taken for what the factory makes


if TYPE_CHECKING:

    @overload
    def record(cls: Made) -> Made: ...

    @overload
    def record(*, eq: bool = True, frozen: bool = True) -> Callable[[Made], Made]: ...

    @dataclass_transform(frozen_default=True, field_specifiers=(fresh,))
    def record(cls: Any = None, *, eq: bool = True, frozen: bool = True) -> Any:
        """Make a class of annotated fields a record; without `eq` each object is equal to itself alone.

        One that is not `frozen` may be changed, and is not to be hashed.
        """

else:

    def record(cls=None, *, eq=True, frozen=True):
        if cls is None:
            return lambda each: _made(each, eq, frozen)
        return _made(cls, eq, frozen)


class Remembering:
    """What a record with cached properties comes from: it has no slots, so that these have room."""


def fields(kind: type) -> Mapping[str, object]:
    """The names of a record's fields in order, each with its default if it has one."""
    found: Mapping[str, object] = getattr(kind, _FIELDS)
    return found


def replace(one: Value, **changes: Any) -> Value:
    """The same record with other values in some fields; TypeError for one that it has not."""
    kept = {name: getattr(one, name) for name in fields(type(one)) if name not in changes}
    return type(one)(**kept, **changes)


def _made(cls: type, eq: bool, frozen: bool) -> type:
    """The class again, as slots cannot be added to one that is there."""
    own = dict(cls.__dict__)
    inherited = [base.__dict__.get(_FIELDS, {}) for base in reversed(cls.__mro__[1:])]
    every = {name: default for each in inherited for name, default in each.items()}
    slots = tuple(name for name in cls.__annotations__ if name not in every)
    every |= {name: own.pop(name, _NO_DEFAULT) for name in cls.__annotations__}
    for name in ("__dict__", "__weakref__"):
        own.pop(name, None)
    own |= {"__slots__": slots, "__match_args__": tuple(every), _FIELDS: every}
    own.setdefault("__repr__", _repr)
    if eq:
        _compare_values(own, attrgetter(*every) if every else type, frozen)
    made: Any = type(cls)(cls.__name__, cls.__bases__, own)
    made.__init__ = _waiting(made, every)
    return made  # type: ignore[no-any-return] # a class, whatever its metaclass


def _waiting(made: Any, every: Mapping[str, object]) -> Callable[..., None]:
    """An `__init__` that puts the real one into its place."""

    def init(self: object, *values: object, **named: object) -> None:
        made.__init__ = _init(every)
        made.__init__(self, *values, **named)

    return init


def _init(every: Mapping[str, object]) -> object:
    """Compile `__init__`, as dataclasses and named tuples do: assigning by name would take four times as long."""
    known = {f"_{name}": default.factory if isinstance(default, _Fresh) else default for name, default in every.items()}
    parameters = (name if default is _NO_DEFAULT else f"{name}=_{name}" for name, default in every.items())
    values = (_value(name, default) for name, default in every.items())
    body = "".join(f" self.{name} = {value}\n" for name, value in zip(every, values, strict=True))
    exec(f"def __init__(self, {', '.join(parameters)}):\n{body or ' pass'}", known)  # noqa: S102 # names of kgen's own
    return known["__init__"]


def _value(name: str, default: object) -> str:
    return f"_{name}() if {name} is _{name} else {name}" if isinstance(default, _Fresh) else name


def _compare_values(own: dict[str, Any], values: Callable[[Any], object], frozen: bool) -> None:
    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    own.setdefault("__eq__", equal)
    own.setdefault("__hash__", (lambda self: hash(values(self))) if frozen else None)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields(type(self)))
    return f"{type(self).__qualname__}({shown})"
