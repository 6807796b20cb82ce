"""The order go-yaml v2 writes a mapping's keys in: natural, `app2` before `app10`, not byte by byte."""

_SIGN_BIT = 1 << 63


def natural_order(keys: list[str]) -> list[str]:
    """Sort `keys` as go-yaml v2 does.

    Its relation is not transitive for a few odd sets (`01`, `0B`, `1`), whose order real kubectl varies
    from run to run; here it depends on the order given alone.
    """
    if all(key.isascii() and key.isalpha() for key in keys):
        return sorted(keys)
    return sorted(keys, key=_NaturalKey)


class _NaturalKey:
    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __lt__(self, other: "_NaturalKey") -> bool:
        return _precedes(self.text, other.text)


def _precedes(left: str, right: str) -> bool:
    for position, (mine, theirs) in enumerate(zip(left, right, strict=False)):
        if mine != theirs:
            return _precedes_from(position, left, right)
    return len(left) < len(right)


def _precedes_from(position: int, left: str, right: str) -> bool:
    """Compare two keys at the first place where they differ."""
    mine, theirs = left[position], right[position]
    if mine.isalpha() or theirs.isalpha():
        return mine < theirs if mine.isalpha() and theirs.isalpha() else theirs.isalpha()
    leading = 1 if "0" in (mine, theirs) and _ends_in_counted_digits(left[:position]) else 0
    my_number, my_length = _digit_run(left, position, leading)
    their_number, their_length = _digit_run(right, position, leading)
    if my_number != their_number:
        return my_number < their_number
    if my_length != their_length:
        return my_length < their_length
    return mine < theirs


def _ends_in_counted_digits(text: str) -> bool:
    """Whether the digits at the end of `text` hold any but `0`, which makes a zero after them count."""
    for character in reversed(text):
        if not character.isdecimal():
            return False
        if character != "0":
            return True
    return False


def _digit_run(text: str, start: int, leading: int) -> tuple[int, int]:
    """The number written from `start` on, wrapped to 64 bits as Go's int64 is, and how long it is."""
    number, end = leading, start
    while end < len(text) and text[end].isdecimal():
        number = number * 10 + ord(text[end]) - ord("0")
        end += 1
    return (number + _SIGN_BIT) % (2 * _SIGN_BIT) - _SIGN_BIT, end - start
