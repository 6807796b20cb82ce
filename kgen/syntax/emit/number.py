"""How Go prints numbers: encoding/json on the way to every printer, go-yaml once more on the way to YAML."""

from kgen.errors import KubectlError

_UNSUPPORTED = {"nan": "NaN", "inf": "+Inf", "-inf": "-Inf"}


def json_number(value: int | float) -> str:
    """Write a number as Go's json.Marshal does: shortest digits, an exponent below 1e-6 and from 1e21 on."""
    if isinstance(value, int):
        return str(value)
    name = _UNSUPPORTED.get(repr(value))
    if name:
        raise KubectlError(f"json: unsupported value: {name}")
    sign, digits, point = _shortest(value)
    if value == 0 or -6 < point <= 21:
        return sign + _positional(digits, point)
    return sign + _scientific(digits, point).replace("e-0", "e-")


def yaml_number(value: int | float) -> str:
    """Write a number as go-yaml does after reading it from JSON, where any 64 bits of integer are one."""
    text = json_number(value)
    if text.lstrip("-").isdecimal() and -(1 << 63) <= int(text) < 1 << 64:
        return str(int(text))
    return go_number(float(text))


def go_number(value: int | float) -> str:
    """Write a number as Go's `%v` does: a float with an exponent below 1e-4 and from 1e6 on."""
    if isinstance(value, int):
        return str(value)
    sign, digits, point = _shortest(value)
    if value == 0 or -4 < point <= 6:
        return sign + _positional(digits, point)
    return sign + _scientific(digits, point)


def _shortest(value: float) -> tuple[str, str, int]:
    """The sign, the fewest digits that mean `value`, and how many of them stand before the point."""
    text = repr(value)
    mantissa, _, exponent = text.removeprefix("-").partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    significant = digits.lstrip("0")
    point = len(whole) + int(exponent or "0") - (len(digits) - len(significant))
    return "-" if text.startswith("-") else "", significant.rstrip("0") or "0", point


def _positional(digits: str, point: int) -> str:
    if point <= 0:
        return "0" if digits == "0" else "0." + "0" * -point + digits
    if point >= len(digits):
        return digits + "0" * (point - len(digits))
    return f"{digits[:point]}.{digits[point:]}"


def _scientific(digits: str, point: int) -> str:
    fraction = "." + digits[1:] if len(digits) > 1 else ""
    return f"{digits[0]}{fraction}e{point - 1:+03d}"
