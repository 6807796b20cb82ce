"""Durations on the command line: Go's time.ParseDuration and its messages."""

from __future__ import annotations

_UNITS = {
    "ns": 1,
    "us": 1_000,
    "µs": 1_000,  # micro sign
    "μs": 1_000,  # Greek mu
    "ms": 1_000_000,
    "s": 1_000_000_000,
    "m": 60_000_000_000,
    "h": 3_600_000_000_000,
}
_DIGITS = "0123456789"
_LARGEST = 1 << 63


def parse_duration(text: str) -> int:
    """Read `1h30m`, `1.5s`, `-2ms` or `0` as nanoseconds; raises ValueError with Go's message."""
    rest = text[1:] if text.startswith(("+", "-")) else text
    if rest == "0":
        return 0
    if not rest:
        raise _invalid(text)
    total = 0
    while rest:
        amount, rest = _next_amount(rest, text)
        total += amount
        if total > _LARGEST:
            raise _invalid(text)
    if text.startswith("-"):
        return -total
    if total == _LARGEST:
        raise _invalid(text)
    return total


def _next_amount(rest: str, text: str) -> tuple[int, str]:
    """The nanoseconds of one number with its unit at the start of `rest`, and what follows it."""
    whole, rest = _digits(rest)
    fraction = ""
    dotted = rest.startswith(".")
    if dotted:
        fraction, rest = _digits(rest[1:])
    if not whole and not fraction:
        raise _invalid(text)
    end = next((place for place, letter in enumerate(rest) if letter in "." + _DIGITS), len(rest))
    unit, rest = rest[:end], rest[end:]
    if int(whole or "0") > _LARGEST:
        raise _invalid(text)
    if not unit:
        raise ValueError(f"time: missing unit in duration {_quote(text)}")
    if unit not in _UNITS:
        raise ValueError(f"time: unknown unit {_quote(unit)} in duration {_quote(text)}")
    return int(whole or "0") * _UNITS[unit] + _part(fraction, _UNITS[unit]), rest


def _part(fraction: str, unit: int) -> int:
    """The digits behind the point as nanoseconds, cut off as Go's float arithmetic cuts them."""
    value, scale = 0, 1.0
    for digit in fraction:
        if value > (_LARGEST - 1) // 10 or value * 10 + int(digit) > _LARGEST:
            break
        value, scale = value * 10 + int(digit), scale * 10
    return int(float(value) * (float(unit) / scale))


def _digits(text: str) -> tuple[str, str]:
    rest = text.lstrip(_DIGITS)
    return text[: len(text) - len(rest)], rest


def _invalid(text: str) -> ValueError:
    return ValueError(f"time: invalid duration {_quote(text)}")


def _quote(text: str) -> str:
    """Go's time package quotes by itself: control characters and bytes above ASCII as `\\xHH`."""
    out = ""
    for byte in text.encode("utf-8", "surrogateescape"):
        if byte < 0x20 or byte >= 0x80:
            out += f"\\x{byte:02x}"
        else:
            out += f"\\{chr(byte)}" if chr(byte) in '"\\' else chr(byte)
    return f'"{out}"'
