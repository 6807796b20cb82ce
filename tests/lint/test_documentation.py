"""Docstrings of rules taken apart."""

from kgen.lint.documentation import read_documentation

DOCSTRING = """Selector selects nothing.

## Why
Traffic is dropped.

## Bad
```yaml
a: 1
```
And in another file:
```yaml
b: 2
```

## References
- https://example.com/#why
"""


def test_title_and_sections() -> None:
    documentation = read_documentation(DOCSTRING)
    assert documentation.title == "Selector selects nothing"
    assert list(documentation.sections) == ["Why", "Bad", "References"]
    assert documentation.sections["Why"] == "Traffic is dropped.\n"
    assert documentation.sections["References"] == "- https://example.com/#why\n"


def test_examples() -> None:
    documentation = read_documentation(DOCSTRING)
    assert documentation.examples("Bad") == ["a: 1\n", "b: 2\n"]
    assert documentation.examples("Why") == []
    assert documentation.examples("Good") == []


def test_a_stripped_docstring_is_empty_documentation() -> None:
    documentation = read_documentation("")
    assert not documentation.title
    assert not documentation.sections
