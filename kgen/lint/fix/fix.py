"""What would mend a finding."""

from __future__ import annotations

from enum import StrEnum

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.edit.edit import Edit


class Safety(StrEnum):
    """`safe` leaves what runs as it is meant; `unsafe` changes what runs, or may be meant otherwise."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@record
class Fix:
    """Edits that mend a finding together; `message` says in the imperative what they do.

    `is_open` says that FREE_NODE_PORT stands in it for a number that is chosen once all findings are known.
    """

    edits: tuple[Edit, ...]
    safety: Safety
    message: str
    is_open: bool = False


FREE_NODE_PORT = "FREE-NODE-PORT"


def safe(message: str, *edits: Edit | None) -> Fix | None:
    """The safe fix that consists of some edits; None where one of them cannot be made, or none is given."""
    return _fix(Safety.SAFE, message, edits)


def unsafe(message: str, *edits: Edit | None) -> Fix | None:
    """The unsafe fix that consists of some edits; None where one of them cannot be made, or none is given."""
    return _fix(Safety.UNSAFE, message, edits)


def _fix(safety: Safety, message: str, edits: tuple[Edit | None, ...]) -> Fix | None:
    made = tuple(edit for edit in edits if edit is not None)
    return Fix(made, safety, message) if made and len(made) == len(edits) else None
