"""Colours of the text formats."""

from collections.abc import Mapping

from kgen.record import record


@record
class Style:
    """SGR codes by role; a role without one is left plain."""

    codes: Mapping[str, str]

    def paint(self, role: str, text: str) -> str:
        """`text` in the colour of `role`."""
        code = self.codes.get(role)
        return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


PLAIN = Style({})
COLORED = Style(
    {
        "error": "1;31",
        "warning": "1;33",
        "info": "1;36",
        "title": "1",
        "frame": "1;34",
        "related": "1;34",
    }
)
