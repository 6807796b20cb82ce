"""XML written by hand: a few elements do not need a library."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from kgen.syntax.display import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Beside what `visible` spells out, XML 1.0 (section 2.2) has no way to write these.
_FORBIDDEN = re.compile("[\ufffe\uffff]")


def element(name: str, attributes: dict[str, str], children: Iterable[str] = ()) -> str:
    """An element with its children, each on lines of its own and indented."""
    inner = "".join(children)
    tag = " ".join((name, *(f'{key}="{text(value)}"' for key, value in attributes.items())))
    return f"<{tag}>\n{_indented(inner)}</{name}>\n" if inner else f"<{tag}/>\n"


def text_element(name: str, attributes: dict[str, str], content: str) -> str:
    """An element that holds text."""
    tag = " ".join((name, *(f'{key}="{text(value)}"' for key, value in attributes.items())))
    return f"<{tag}>{text(content)}</{name}>\n"


def text(value: str) -> str:
    """Text safe between tags and in quotes; what XML cannot hold is spelled out."""
    return escape(_FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", visible(value)))


def _indented(lines: str) -> str:
    return "".join(f"  {line}\n" for line in lines.splitlines())
