"""The dates and times go-yaml takes a plain scalar for, read as Go's time.Parse reads them."""

_DIGITS = "0123456789"
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_timestamp(text: str) -> bool:
    """Whether `text` is `YYYY-M-D`, alone or with a time of day: `T` and a zone, or a space and no zone."""
    year = text[:4]
    if text[4:5] != "-" or year.strip(_DIGITS):
        return False
    month, rest = _short_number(text[5:])
    if not 1 <= month <= 12 or not rest.startswith("-"):
        return False
    day, rest = _short_number(rest[1:])
    if not 1 <= day <= _days(int(year), month):
        return False
    if rest.startswith(("T", "t")):
        return _is_zone(_after_time(rest[1:]))
    return not rest or (rest.startswith(" ") and _after_time(rest.lstrip(" ")) == "")


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _DAYS[month - 1]


def _short_number(text: str) -> tuple[int, str]:
    """The number of one or two digits that `text` starts with, -1 for none, and what follows it."""
    length = len(text[:2]) - len(text[:2].lstrip(_DIGITS))
    return int(text[:length] or "-1"), text[length:]


def _after_time(text: str) -> str | None:
    """What follows `H:M:S` and its fraction, None where `text` starts with no such time."""
    for limit, mark in ((24, ":"), (60, ":"), (60, "")):
        number, text = _short_number(text)
        if not 0 <= number < limit or not text.startswith(mark):
            return None
        text = text[len(mark) :]
    if text.startswith((".", ",")) and text[1:2].isdecimal():
        return text[1:].lstrip(_DIGITS)
    return text


def _is_zone(text: str | None) -> bool:
    if text is None or text == "Z":
        return text == "Z"
    hours, minutes = text[1:3], text[4:]
    if not text.startswith(("+", "-")) or text[3:4] != ":" or len(minutes) != 2 or (hours + minutes).strip(_DIGITS):
        return False
    return int(hours) <= 24 and int(minutes) <= 60  # Go lets the odd 24 and 60 pass
