"""Inputs that are nearly right: seeds with some bytes, words or values put out of place."""

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from kgen.syntax.value import Data, Mapping

_WORD = re.compile(rb"[\w./~<-]+|[^\w\s]|\s+")

# fmt: off
YAML_PIECES = (
    b"", b" ", b"\n", b"\t", b"\r\n", b":", b": ", b"- ", b"? ", b"#", b" # kgen: ignore[schema]", b"---\n", b"...\n",
    b"&a ", b"*a", b"<<: *a", b"<<", b"!!int ", b"!!binary ", b"!x ", b"|\n", b">-\n", b"|2+\n", b"{", b"}", b"[", b"]",
    b"'", b'"', b"\\", b"%YAML 1.1\n", b"{{ .Values.x }}", b"{% if x %}", b"${X}", b"\0", b"\x1b[31m", b"\x85",
    b"\xe2\x80\xae", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfea\0", b"null", b"~", b"true", b"yes",
    b"=", b"0", b"-1", b"0o17", b"017", b"1e999", b".inf", b".nan", b"1_0", b"1:30", b"2001-01-01", b"80", b"65536",
    b"9" * 30, b"x" * 300, b"-" * 70, b"a/b", b"..", b"/", b"../..", b"/etc/passwd", b".",
    b"kind: List\nitems:\n", b"apiVersion: v1\n", b"spec:\n", b"metadata:\n", b"name: ", b"namespace: ",
)
ODD_VALUES: list[Data] = [
    None, True, False, 0, -1, 1, 80, 65536, 2**31, 2**63, 10**30, 1.5, 1e300, float("inf"), "", " ", "0", "80", "-",
    "auto", "http", "None", "tcp", "TCP", "web", "app", "a" * 300, "a.b", "a/b", "/", "//", "*", "*.", "\n", "\0", "é",
    "\x1b]0;x\x07", "\u202e", "\ud800", "http://x:80/", "http://[", "1.2.3.4", "::1", "10Gi", "${X}", "{{x}}",
    "a=b,c in (", [], {}, [None], [[]], [{}], {"": None}, {"a": {}}, [1, "a"],
    {"name": "web", "port": 80}, {"number": "80"},
]
# fmt: on

_WHERE = st.floats(0, 1, exclude_max=True)


@st.composite
def mutated(draw: st.DrawFn, seeds: Sequence[bytes], pieces: Sequence[bytes] = YAML_PIECES) -> bytes:
    """A seed with up to six stretches of bytes or words replaced by a piece, or by a stretch of another seed."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 6))):
        start, end = draw(_stretches(data))
        data = data[:start] + draw(st.sampled_from(pieces) | st.binary(max_size=3) | _stretch_of(seeds)) + data[end:]
    return data


@st.composite
def odd_object(draw: st.DrawFn, seeds: Sequence[Mapping], values: Sequence[Data] = ODD_VALUES) -> Mapping:
    """An object of which up to four values are something else, gone, or renamed."""
    value = deepcopy(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 4))):
        places = list(_places(value))
        if places:
            draw(st.sampled_from(_CHANGES))(*draw(st.sampled_from(places)), draw(st.sampled_from(values)))
    return value


@st.composite
def _stretches(draw: st.DrawFn, data: bytes) -> tuple[int, int]:
    """Where a stretch starts and ends: some bytes, or some words."""
    at, length = draw(_WHERE), draw(st.integers(0, 4))
    if draw(st.booleans()):
        start = int(at * (len(data) + 1))
        return start, start + length
    words = [match.span() for match in _WORD.finditer(data)]
    if not words:
        return 0, 0
    first = int(at * len(words))
    return words[first][0], words[min(first + length, len(words) - 1)][1] if length else words[first][0]


@st.composite
def _stretch_of(draw: st.DrawFn, seeds: Sequence[bytes]) -> bytes:
    start, end = draw(_stretches(data := draw(st.sampled_from(seeds))))
    return data[start:end]


def _places(value: Any) -> Any:
    """Every mapping or list inside, with each of its keys or indexes."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(entries):
        yield value, key
        yield from _places(inner)


def _replace(holder: Any, key: Any, odd: Data) -> None:
    holder[key] = deepcopy(odd)


def _remove(holder: Any, key: Any, _odd: Data) -> None:
    del holder[key]


def _repeat(holder: Any, key: Any, _odd: Data) -> None:
    if isinstance(holder, list):
        holder.append(deepcopy(holder[key]))
    else:
        holder[f"{key}s"] = deepcopy(holder[key])


def _wrap(holder: Any, key: Any, _odd: Data) -> None:
    holder[key] = [holder[key]]


_CHANGES: tuple[Callable[[Any, Any, Data], None], ...] = (_replace, _replace, _replace, _remove, _repeat, _wrap)
