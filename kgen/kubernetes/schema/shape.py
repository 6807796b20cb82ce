"""What a value may be, whichever schema says so."""

from __future__ import annotations

from enum import Enum

from kgen.record import fresh, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgen.syntax.value import Data


PlainTypes = frozenset[type]


class Type(Enum):
    """The types of Kubernetes' schemas, each with the words for it in a message."""

    STRING = "a string"
    INTEGER = "a whole number"
    NUMBER = "a number"
    BOOLEAN = "true or false"
    QUANTITY = "a quantity such as `500m` or `1Gi`"
    INT_OR_STRING = "a whole number or a string"
    OBJECT = "a mapping"
    LIST = "a list"
    ANY = "anything"


@record(eq=False)
class Shape:
    """The schema of one value.

    `fields` and `required` are of an OBJECT, as is `values`, the shape under every other key; an `is_open` one keeps
    fields that nothing is known of. `items` is of a LIST; `low` and `high` are bounds of a number, both inclusive;
    `choices` are the only values allowed, if there are any. `plain` are the Python types that need no closer look.
    """

    type: Type
    fields: Mapping[str, Shape] = fresh(factory=dict)
    required: tuple[str, ...] = ()
    values: Shape | None = None
    is_open: bool = False
    items: Shape | None = None
    low: float | None = None
    high: float | None = None
    choices: tuple[Data, ...] = ()
    plain: PlainTypes = frozenset()

    @property
    def expectation(self) -> str:
        """What the value has to be, as the object of `takes`."""
        if self.choices:
            return "one of " + ", ".join(f"`{choice}`" for choice in self.choices)
        bounds = f"{_words(self.low, ' from ')}{_words(self.high, ' up to ')}"
        return self.type.value + bounds


ANYTHING = Shape(Type.ANY)
STRING = Shape(Type.STRING, plain=frozenset({str}))
BOOLEAN = Shape(Type.BOOLEAN, plain=frozenset({bool}))
NUMBER = Shape(Type.NUMBER, plain=frozenset({int, float}))
INT_32 = Shape(Type.INTEGER, low=-(2**31), high=2**31 - 1)
INT_64 = Shape(Type.INTEGER, low=-(2**63), high=2**63 - 1)
QUANTITY = Shape(Type.QUANTITY, plain=frozenset({int, float}))
INT_OR_STRING = Shape(Type.INT_OR_STRING, low=-(2**31), high=2**31 - 1, plain=frozenset({str}))
ANY_OBJECT = Shape(Type.OBJECT, is_open=True)


def _words(bound: float | None, words: str) -> str:
    # Nobody means the bounds of a machine's integers.
    return "" if bound is None or abs(bound) >= 2**31 - 1 else f"{words}{bound:g}"
