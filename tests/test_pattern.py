"""A pattern that is compiled when it is first used does what a compiled one does."""

import re

import pytest

from kgen.pattern import lazy_pattern


@pytest.mark.parametrize(
    ("text", "flags", "subject"),
    [
        pytest.param(r"(\w)(?P<last>\d)", 0, "a1 b2 c", id="groups"),
        pytest.param(r"^B", re.MULTILINE | re.IGNORECASE, "a\nb\nB", id="flags"),
        pytest.param(r"(?!)", 0, "abc", id="nothing fits"),
        pytest.param(rb"[\x80-\xff]+", 0, b"a\xff\xfe b\x80", id="bytes"),
    ],
)
def test_every_method_gives_the_same(text: str, flags: int, subject: str) -> None:
    lazy, compiled = lazy_pattern(text, flags), re.compile(text, flags)
    for _ in range(2):  # the first question of all is answered in another way than the next
        assert lazy.findall(subject) == compiled.findall(subject)
        assert lazy.split(subject) == compiled.split(subject)
        assert lazy.sub(subject[:1], subject) == compiled.sub(subject[:1], subject)
        assert lazy.subn(subject[:1], subject, 1) == compiled.subn(subject[:1], subject, 1)
        assert [found.span() for found in lazy.finditer(subject)] == [
            found.span() for found in compiled.finditer(subject)
        ]
        for one, other in (
            (lazy.match(subject), compiled.match(subject)),
            (lazy.search(subject, 1), compiled.search(subject, 1)),
            (lazy.fullmatch(subject, 0, 2), compiled.fullmatch(subject, 0, 2)),
        ):
            assert (one and (one.span(), one.groupdict())) == (other and (other.span(), other.groupdict()))
    assert (lazy.pattern, lazy.flags, lazy.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_a_wrong_pattern_is_told_of_when_it_is_used() -> None:
    lazy = lazy_pattern("(")
    with pytest.raises(re.error, match="unterminated"):
        lazy.match("a")


def test_there_is_no_other_attribute() -> None:
    with pytest.raises(AttributeError):
        lazy_pattern("a").macth("a")  # type: ignore[attr-defined]
