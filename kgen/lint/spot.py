"""A stretch of a file that is no value: a comment, or where reading stopped."""

from __future__ import annotations

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.document import Document
    from kgen.syntax.source import Source
    from kgen.syntax.span import Span


@record
class Spot:
    """Where something stands that is no node; `document` is None between and around documents."""

    source: Source
    span: Span
    document: Document | None = None
