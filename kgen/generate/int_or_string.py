"""Go's intstr: the ports that Kubernetes takes as a number or as a name."""

from __future__ import annotations

from kgen.syntax.golang import parse_int


def parse_int_or_string(text: str) -> int | str:
    """Read a flag's text as apimachinery's intstr.Parse does: a number if it is one of 32 bits, else a name."""
    try:
        return parse_int(text, 10, 32)
    except ValueError:
        return text
