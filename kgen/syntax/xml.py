"""Text in XML."""

from html import escape

from kgen.pattern import lazy_pattern
from kgen.syntax.display import visible

# Beside what `visible` spells out, XML 1.0 (section 2.2) has no way to write these.
_FORBIDDEN = lazy_pattern("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Text safe between tags and in quotes; what XML cannot hold is spelled out."""
    return escape(_FORBIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", visible(text)))
