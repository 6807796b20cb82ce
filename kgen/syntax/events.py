"""Where YAML events come from: libyaml through PyYAML or ruamel.yaml.clib, else ruamel.yaml's own parser."""

from __future__ import annotations

import importlib

from kgen.pattern import lazy_pattern
from kgen.record import fields, record
from kgen.syntax.unreadable import UnreadableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    class Event(Protocol):
        """What all events have: marks with an `index` into the text."""

        start_mark: Any
        end_mark: Any

    NextEvent = Callable[[], Any]
    """Return the next event of a stream, a StreamStart first; may raise one of the engine's errors."""

    Start = Callable[[str], NextEvent]
    """Start to parse a text."""


@record
class Engine:
    """A parser: how to start one over a text, the classes of its events, and what it raises."""

    name: str
    start: Start
    scalar: type
    alias: type
    mapping_start: type
    mapping_end: type
    sequence_start: type
    sequence_end: type
    document_start: type[Event]
    errors: tuple[type[Exception], ...]


# YAML 1.1 section 4.1.1, as libyaml and go-yaml check it.
_UNACCEPTABLE = lazy_pattern("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_SURROGATE = lazy_pattern("[\ud800-\udfff]")

# A text with lone surrogates has no UTF-8 to give to libyaml.
_C_ERRORS = (UnicodeEncodeError,)


def pyyaml() -> Engine:
    """Return libyaml as PyYAML brings it (0.2.5), the nearest to go-yaml; ImportError where it is missing."""
    return _engine("libyaml of PyYAML", "yaml", _libyaml("yaml._yaml"), _C_ERRORS)


def ruamel_clib() -> Engine:
    """Return libyaml as ruamel.yaml.clib brings it (0.1.7); ImportError where it is missing."""
    return _engine("libyaml of ruamel.yaml.clib", "ruamel.yaml", _libyaml("_ruamel_yaml"), _C_ERRORS)


def pure() -> Engine:
    """Return ruamel.yaml's parser written in Python, some fifty times slower."""
    return _engine("ruamel.yaml", "ruamel.yaml", _start_pure, (ValueError,))


def best() -> Engine:
    """Return the fastest engine that is installed."""
    for engine in (pyyaml, ruamel_clib):
        try:
            return engine()
        except ImportError:
            continue
    return pure()


def best_when_needed() -> Engine:
    """Return the same, imported when it is first asked for anything: 10 ms, which many texts can do without."""
    late: Any = _LateEngine()
    return late  # type: ignore[no-any-return] # has the attributes of an engine


class _LateEngine:
    """Has the attributes of the best engine as soon as one of them is looked at."""

    __slots__ = tuple(fields(Engine))

    def __getattr__(self, name: str) -> Any:
        engine = best()
        for field in self.__slots__:
            setattr(self, field, getattr(engine, field))
        return getattr(engine, name)


def unreadable(error: Exception, text: str) -> UnreadableError:
    """Return a parser's error in words and with its place, an index into the text it was given."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return UnreadableError(_sentence(error), mark.index)
    unacceptable = _UNACCEPTABLE.search(text)
    if unacceptable:
        return UnreadableError(_unacceptable(unacceptable[0]), unacceptable.start())
    return UnreadableError(str(error).split("\n", 1)[0] or "not valid YAML", 0)


def _libyaml(module: str) -> Start:
    parser = importlib.import_module(module).CParser

    def start(text: str) -> NextEvent:
        next_event: NextEvent = parser(text).get_event
        return next_event

    return start


def _start_pure(text: str) -> NextEvent:
    from ruamel.yaml import YAML  # noqa: PLC0415 # 20 ms, and seldom needed
    from ruamel.yaml.scanner import ScannerError  # noqa: PLC0415 # the same

    events = iter(YAML(typ="safe", pure=True).parse(text))

    def next_event() -> Any:
        event = next(events)
        if _SURROGATE.search(getattr(event, "value", "")):  # `"\ud800"`, which libyaml refuses in these words
            problem = "found invalid Unicode character escape code"
            raise ScannerError("while parsing a quoted scalar", event.start_mark, problem, event.start_mark)
        return event

    return next_event


def _engine(name: str, package: str, start: Start, errors: tuple[type[Exception], ...]) -> Engine:
    events = importlib.import_module(f"{package}.events")
    error: type[Exception] = importlib.import_module(f"{package}.error").YAMLError
    return Engine(
        name,
        start,
        scalar=events.ScalarEvent,
        alias=events.AliasEvent,
        mapping_start=events.MappingStartEvent,
        mapping_end=events.MappingEndEvent,
        sequence_start=events.SequenceStartEvent,
        sequence_end=events.SequenceEndEvent,
        document_start=events.DocumentStartEvent,
        errors=(error, *errors),
    )


def _sentence(error: Any) -> str:
    parts = (error.context, error.problem)
    return ", ".join(str(part).strip() for part in parts if part)


def _unacceptable(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # what Source makes of a byte it cannot decode
        return f"invalid UTF-8: byte 0x{code - 0xDC00:02x}"
    return f"control characters are not allowed: U+{code:04X}"
