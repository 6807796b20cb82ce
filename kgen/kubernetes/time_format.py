"""Times in manifests: RFC 3339 in, UTC out, with Go's messages for what is none."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

_LAYOUT = "2006-01-02T15:04:05Z07:00"
_MICRO_LAYOUT = "2006-01-02T15:04:05.000000Z07:00"


class _Part(NamedTuple):
    """A number of the layout: how Go spells it, its digits, what it is called and may be, what has to follow it."""

    layout: str
    least: int
    most: int
    name: str
    low: int
    high: int
    following: str


_PARTS = (
    _Part("2006", 4, 4, "year", 0, 9999, "-"),
    _Part("01", 2, 2, "month", 1, 12, "-"),
    _Part("02", 2, 2, "day", 0, 99, "T"),  # the calendar judges it in the end
    _Part("15", 1, 2, "hour", 0, 23, ":"),
    _Part("04", 2, 2, "minute", 0, 59, ":"),
    _Part("05", 2, 2, "second", 0, 59, ""),
)
_DIGITS = frozenset("0123456789")


class TimeError(ValueError):
    """The text is no time; the message is Go's."""


def utc_time(text: str) -> str:
    """The time in UTC to the second, as metav1.Time prints it; raise TimeError."""
    moment, _ = _parse(text, _LAYOUT)
    return f"{moment.isoformat(timespec='seconds')}Z"


def utc_micro_time(text: str) -> str:
    """The time in UTC with six decimals, as metav1.MicroTime prints and wants it; raise TimeError."""
    moment, fraction = _parse(text, _MICRO_LAYOUT)
    return f"{moment.isoformat(timespec='seconds')}.{fraction}Z"


def _parse(text: str, layout: str) -> tuple[datetime, str]:
    """The moment in UTC and the digits of its fraction."""
    numbers: list[int] = []
    rest = text
    for part in _PARTS:
        number, rest = _number(text, layout, rest, part)
        numbers.append(number)
    fraction, rest = _fraction(text, layout, rest)
    offset = _offset(text, layout, rest)
    year, month, day, hour, minute, second = numbers
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 # in UTC once the offset is off
        return local - offset, fraction
    except ValueError:
        raise TimeError(f'parsing time "{text}": day out of range') from None
    except OverflowError:
        raise TimeError(f'parsing time "{text}": year out of range') from None


def _number(text: str, layout: str, rest: str, part: _Part) -> tuple[int, str]:
    digits = rest[: part.most]
    while len(digits) > part.least and not _DIGITS.issuperset(digits):
        digits = digits[:-1]
    if len(digits) < part.least or not _DIGITS.issuperset(digits):
        raise _cannot(text, layout, rest, part.layout)
    rest = rest[len(digits) :]
    if not part.low <= int(digits) <= part.high:
        raise TimeError(f'parsing time "{text}": {part.name} out of range')
    if not rest.startswith(part.following):
        raise _cannot(text, layout, rest, part.following)
    return int(digits), rest[len(part.following) :]


def _fraction(text: str, layout: str, rest: str) -> tuple[str, str]:
    """The digits of the fraction, six of them where the layout has as many, else any number and cut off later."""
    digits = rest[1 : len(rest) - len(rest[1:].lstrip("0123456789"))] if rest[:1] in (".", ",") else ""
    if layout == _MICRO_LAYOUT:
        if len(digits) < 6:
            raise _cannot(text, layout, rest, ".000000")
        return digits[:6], rest[7:]
    return digits, rest[len(digits) + 1 :] if digits else rest


def _offset(text: str, layout: str, rest: str) -> timedelta:
    if rest.startswith("Z"):
        if rest != "Z":
            raise TimeError(f'parsing time "{text}": extra text: "{rest[1:]}"')
        return timedelta()
    hours, colon, minutes = rest[1:].partition(":")
    shaped = rest[:1] in ("+", "-") and colon and len(hours) == 2 and len(minutes) == 2
    if not shaped or not _DIGITS.issuperset(hours + minutes):
        raise _cannot(text, layout, rest, "Z07:00")
    for name, number, highest in (("hour", int(hours), 24), ("minute", int(minutes), 60)):
        if number > highest:
            raise TimeError(f'parsing time "{text}": time zone offset {name} out of range')
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return -offset if rest[0] == "-" else offset


def _cannot(text: str, layout: str, rest: str, part: str) -> TimeError:
    return TimeError(f'parsing time "{text}" as "{layout}": cannot parse "{rest}" as "{part}"')
