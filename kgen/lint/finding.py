"""What is reported: a problem with its places looked up and its identity settled."""

from __future__ import annotations

from enum import StrEnum

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.fix.fix import Fix
    from kgen.lint.severity import Severity
    from kgen.syntax.span import Span


@record
class ResourceIdentity:
    """Which resource, as a manifest spells it; `namespace` is None where the manifest leaves it out."""

    api_version: str
    kind: str
    namespace: str | None
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.namespace}/{self.name}" if self.namespace else f"{self.kind} {self.name}"


@record
class SourceLine:
    """One line to show, `number` counted from 1.

    `mark` is the 0-based first of the characters meant and the one after them; None where none is meant.
    """

    number: int
    text: str
    mark: tuple[int, int] | None = None


@record
class Place:
    """A span of a file, what stands there, and the lines that show it; a Secret's lines are never shown."""

    path: str
    span: Span
    message: str
    lines: tuple[SourceLine, ...]


class SuppressionKind(StrEnum):
    """What keeps a finding from being reported."""

    COMMENT = "comment"
    ANNOTATION = "annotation"
    BASELINE = "baseline"


@record
class Suppression:
    """Why a finding is not reported; `reason` is as somebody wrote it, and may be empty."""

    kind: SuppressionKind
    reason: str = ""


@record
class Finding:
    """One problem in one place.

    `field` is the path of the value inside its resource, such as `spec.ports[0].nodePort`. `fingerprint`
    depends on rule, file, resource and field, never on a line: it outlives edits elsewhere in the file.
    `suppressed` is None for a finding that stands. `units` are those that show it once they are rendered, and
    `other_units` those that are made from the same file and do not; none for what is applied as it is written.
    """

    rule: str
    group: str
    severity: Severity
    message: str
    place: Place
    resource: ResourceIdentity | None
    field: str
    related: tuple[Place, ...]
    help: str
    fingerprint: str
    suppressed: Suppression | None = None
    fix: Fix | None = None
    units: tuple[str, ...] = ()
    other_units: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place that takes part, the main one first."""
        return (self.place, *self.related)
