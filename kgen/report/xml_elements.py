"""XML written by hand: a few elements do not need a library."""

from __future__ import annotations

from kgen.syntax.xml import xml_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, attributes: dict[str, str], children: Iterable[str] = ()) -> str:
    """An element with its children, each on lines of its own and indented."""
    inner = "".join(children)
    tag = " ".join((name, *(f'{key}="{xml_text(value)}"' for key, value in attributes.items())))
    return f"<{tag}>\n{_indented(inner)}</{name}>\n" if inner else f"<{tag}/>\n"


def text_element(name: str, attributes: dict[str, str], content: str) -> str:
    """An element that holds text."""
    tag = " ".join((name, *(f'{key}="{xml_text(value)}"' for key, value in attributes.items())))
    return f"<{tag}>{xml_text(content)}</{name}>\n"


def _indented(lines: str) -> str:
    return "".join(f"  {line}\n" for line in lines.splitlines())
