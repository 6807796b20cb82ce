"""Resource quantities such as `500m` and `1Gi`, and the canonical form Go prints them in."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction

_DECIMAL = {"n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
_BINARY = {"Ki": 10, "Mi": 20, "Gi": 30, "Ti": 40, "Pi": 50, "Ei": 60}
_DECIMAL_SUFFIXES = {exponent: suffix for suffix, exponent in _DECIMAL.items()}
_BINARY_SUFFIXES = {0: ""} | {exponent: suffix for suffix, exponent in _BINARY.items()}
_DIGITS = "0123456789"
_SPLIT = "^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$"
_LARGEST = 2**63 - 1


class QuantityError(ValueError):
    """The text is no quantity; the message is apimachinery's."""


def canonical_quantity(text: str) -> str:
    """The quantity as apimachinery's resource.Quantity prints it after reading it; raise QuantityError."""
    if not text:
        raise _wrong_format()
    sign, whole, fraction, suffix = _split(text)
    base, exponent, style = _suffix(suffix)
    if not any(digit in text.removesuffix(suffix) for digit in _DIGITS) and not -9 <= exponent < 50:
        # A suffix alone counts as zero, but only where Go gets by with 64 bits.
        raise QuantityError("unable to parse numeric part of quantity")
    if text == "0" or _keeps_its_spelling(whole, fraction, exponent, style):
        return text
    from fractions import Fraction  # noqa: PLC0415 # 1 ms, and most quantities are written as Go would

    amount = Fraction(int((whole + fraction) or "0"), 10 ** len(fraction)) * Fraction(base) ** exponent
    amount = Fraction(-(-amount * 10**9 // 1), 10**9)  # up to the next nano
    if style == "binary":
        amount = min(amount, Fraction(_LARGEST))
    return _written(-amount if sign == "-" else amount, style)


def _wrong_format() -> QuantityError:
    return QuantityError(f"quantities must match the regular expression '{_SPLIT}'")


def _split(text: str) -> tuple[str, str, str, str]:
    """Sign, digits without leading zeros, digits behind the point, suffix."""
    sign = text[0] if text[0] in "+-" else ""
    rest = text[len(sign) :].lstrip("0")
    whole = rest[: len(rest) - len(rest.lstrip(_DIGITS))]
    rest = rest[len(whole) :]
    fraction = ""
    if rest.startswith("."):
        after = rest[1:].lstrip(_DIGITS)
        fraction = rest[1 : len(rest) - len(after)]
        rest = after
    letters = rest.lstrip("eEinumkKMGTP")
    number = letters[1:] if letters[:1] in ("+", "-") else letters
    if number.strip(_DIGITS):
        raise _wrong_format()
    return sign, whole or "0", fraction, rest


def _suffix(suffix: str) -> tuple[int, int, str]:
    """Base, exponent and style (`decimal`, `exponent` or `binary`)."""
    if suffix in _DECIMAL:
        return 10, _DECIMAL[suffix], "decimal"
    if suffix in _BINARY:
        return 2, _BINARY[suffix], "binary"
    power = suffix[1:]
    digits = power[1:] if power[:1] in ("+", "-") else power
    if suffix[:1] in ("e", "E") and digits and not digits.strip(_DIGITS):
        return 10, _bounded(int(power)), "exponent"
    raise QuantityError("unable to parse quantity's suffix")


def _bounded(exponent: int) -> int:
    # Below, everything rounds up to one nano; above, no machine has as much and the digits alone would fill memory.
    if exponent > 400:
        raise QuantityError("unable to parse numeric part of quantity")
    return max(exponent, -400)


def _keeps_its_spelling(whole: str, fraction: str, exponent: int, style: str) -> bool:
    """Whether Go takes the text for canonical already: what fits 64 bits and looks like it."""
    digits = whole + fraction
    if style == "binary":
        precision = 15 - len(whole) - int(exponent * 3 / 10) - 1
        fits = not fraction and precision >= 0 and int(digits) << exponent <= _LARGEST
        return fits and bool(int(digits) & 7)
    scale = exponent - len(fraction)
    if len(digits) > 18 or scale < -9:
        return False
    return scale % 3 == 0 and not digits.endswith("000") and digits[0] != "0"


def _written(amount: Fraction, style: str) -> str:
    if not amount:
        return "0"
    if style == "binary" and abs(amount) >= 1024 and amount.denominator == 1:
        mantissa, times = _without_factors(amount.numerator, 1024)
        return f"{mantissa}{_BINARY_SUFFIXES.get(times * 10, '')}"
    mantissa, times = _without_factors((amount * 10**9).numerator, 10)
    exponent = times - 9
    while exponent % 3:
        mantissa *= 10
        exponent -= 1
    if style == "exponent":
        return f"{mantissa}e{exponent}" if exponent else str(mantissa)
    return f"{mantissa}{_DECIMAL_SUFFIXES.get(exponent, '')}"


def _without_factors(number: int, factor: int) -> tuple[int, int]:
    times = 0
    while number % factor == 0:
        number //= factor
        times += 1
    return number, times
