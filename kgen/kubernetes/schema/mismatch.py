"""The ways in which a value does not fit its schema."""

from __future__ import annotations

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.schema.shape import Shape

Step = str | int
Steps = tuple[Step, ...]


@record
class UnknownField:
    """The mapping that `steps` lead to has a field of this `name`, which is not in its schema."""

    steps: Steps
    name: str


@record
class MissingField:
    """The mapping that `steps` lead to lacks a required field."""

    steps: Steps
    name: str


@record
class WrongValue:
    """The value that `steps` lead to is not what `shape` describes."""

    steps: Steps
    shape: Shape


Mismatch = UnknownField | MissingField | WrongValue
