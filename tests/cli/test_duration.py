"""Durations on the command line; each answer is that of Go's time.ParseDuration."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.cli.kubectl.duration import parse_duration


@pytest.mark.parametrize(
    ("text", "nanoseconds"),
    [
        pytest.param("0", 0, id="zero needs no unit"),
        pytest.param("1m", 60_000_000_000, id="minutes"),
        pytest.param("1h1m1s", 3_661_000_000_000, id="several units"),
        pytest.param("-1.5s", -1_500_000_000, id="negative fraction"),
        pytest.param("+.5us", 500, id="no whole part"),
        pytest.param("1.s", 1_000_000_000, id="no digits behind the point"),
        pytest.param("1µs2μs", 3_000, id="both letters for micro"),
        pytest.param("9223372036854775807ns", 2**63 - 1, id="the longest"),
        pytest.param("-9223372036854775808ns", -(2**63), id="the longest backwards"),
    ],
)
def test_reads(text: str, nanoseconds: int) -> None:
    assert parse_duration(text) == nanoseconds


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", 'invalid duration ""', id="empty"),
        pytest.param("x", 'invalid duration "x"', id="no number"),
        pytest.param("1", 'missing unit in duration "1"', id="no unit"),
        pytest.param("1d", 'unknown unit "d" in duration "1d"', id="days"),
        pytest.param(".s", 'invalid duration ".s"', id="a lone point"),
        pytest.param("--1s", 'invalid duration "--1s"', id="two signs"),
        pytest.param("9223372036854775808ns", 'invalid duration "9223372036854775808ns"', id="too long"),
        pytest.param('1é"', 'unknown unit "\\xc3\\xa9\\"" in duration "1\\xc3\\xa9\\""', id="bytes are escaped"),
    ],
)
def test_refuses(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="^" + re.escape(f"time: {message}") + "$"):
        parse_duration(text)


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_units_add_up(hours: int, minutes: int, seconds: int) -> None:
    whole = parse_duration(f"{hours}h{minutes}m{seconds}s")
    assert whole == ((hours * 60 + minutes) * 60 + seconds) * 10**9
