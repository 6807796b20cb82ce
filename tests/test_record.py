"""Records hold named values as dataclasses do."""

from collections.abc import Callable
from functools import cached_property

import pytest

from kgen.record import Remembering, fields, fresh, record, replace


@record
class Port:
    """A field without a default and two with one."""

    number: int
    protocol: str = "TCP"
    names: tuple[str, ...] = ()

    @property
    def is_privileged(self) -> bool:
        """What a class brings of its own stays."""
        return self.number < 1024


@record
class NamedPort(Port):
    """Fields behind inherited ones, one of which has another default."""

    protocol: str = "UDP"
    name: str = ""


@record
class Nothing:
    """No fields at all."""


@record
class Lists:
    """Defaults that may be changed."""

    items: list[str] = fresh(factory=list)
    by_name: dict[str, str] = fresh(factory=dict)


@record(eq=False)
class Place:
    """What is equal to itself alone."""

    path: str


@record(frozen=False)
class Counter:
    """What may be changed."""

    count: int = 0


@record
class Circle(Remembering):
    """A property that is worked out once."""

    radius: int

    @cached_property
    def history(self) -> list[int]:
        """A list of its own."""
        return [self.radius]


@pytest.mark.parametrize(
    ("made", "values"),
    [
        pytest.param(Port(80), (80, "TCP", ()), id="defaults"),
        pytest.param(Port(80, "UDP"), (80, "UDP", ()), id="by position"),
        pytest.param(Port(names=("a",), number=80), (80, "TCP", ("a",)), id="by name"),
        pytest.param(NamedPort(80), (80, "UDP", (), ""), id="inherited fields come first, with the nearest default"),
        pytest.param(NamedPort(80, "TCP", (), "web"), (80, "TCP", (), "web"), id="a subclass by position"),
        pytest.param(Nothing(), (), id="no fields"),
        pytest.param(Lists(items=["a"]), (["a"], {}), id="a fresh default beside a given value"),
    ],
)
def test_fields_have_what_was_given_or_their_defaults(made: object, values: tuple[object, ...]) -> None:
    assert tuple(getattr(made, name) for name in fields(type(made))) == values


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Port(protocol="TCP"), id="a field is missing"),  # type: ignore[call-arg]
        pytest.param(lambda: Port(80, "TCP", (), 1), id="one value too many"),  # type: ignore[call-arg]
        pytest.param(lambda: Port(80, nodePort=1), id="no such field"),  # type: ignore[call-arg]
        pytest.param(lambda: Port(80, number=80), id="a field twice"),  # type: ignore[misc]
        pytest.param(lambda: replace(Port(80), nodePort=1), id="no such field to replace"),
        pytest.param(lambda: Nothing(1), id="there are no fields"),  # type: ignore[call-arg]
    ],
)
def test_wrong_fields_are_refused(make: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        make()


def test_a_first_object_in_vain_does_no_harm() -> None:
    @record
    class Late:
        name: str

    with pytest.raises(TypeError, match="name"):
        Late()  # type: ignore[call-arg]
    assert Late("a").name == "a"


def test_fresh_defaults_belong_to_one_object() -> None:
    first, second = Lists(), Lists()
    first.items.append("a")
    first.by_name["a"] = "b"
    assert (second.items, second.by_name) == ([], {})


@pytest.mark.parametrize(
    ("one", "other", "are_equal"),
    [
        pytest.param(Port(80), Port(80, "TCP"), True, id="the same values"),
        pytest.param(Port(80), Port(81), False, id="another value"),
        pytest.param(NamedPort(80, "TCP"), Port(80), False, id="a subclass with the same values"),
        pytest.param(Port(80), (80, "TCP", ()), False, id="a tuple of the values"),
        pytest.param(Nothing(), Nothing(), True, id="no fields"),
        pytest.param(Place("a"), Place("a"), False, id="what is equal to itself alone"),
        pytest.param(Counter(1), Counter(1), True, id="what may be changed"),
        pytest.param(Lists(), Lists(), True, id="fresh defaults"),
    ],
)
def test_equality_is_that_of_the_values(one: object, other: object, are_equal: bool) -> None:
    assert (one == other, other == one, one != other) == (are_equal, are_equal, not are_equal)


def test_what_is_equal_has_one_hash() -> None:
    place = Place("a")
    assert len({Port(80), Port(80, "TCP"), Port(81), NamedPort(80, "TCP")}) == 3
    assert len({Nothing(), Nothing()}) == 1
    assert {place, Place("a"), place} - {place} != set()
    assert place in {place}


@pytest.mark.parametrize(
    "one", [pytest.param(Counter(), id="it may be changed"), pytest.param(Lists(), id="it holds what may be changed")]
)
def test_what_may_change_has_no_hash(one: object) -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        pytest.param(Port(80), {}, Port(80), id="nothing"),
        pytest.param(Port(80, names=("a",)), {"number": 81}, Port(81, names=("a",)), id="one of three"),
        pytest.param(NamedPort(80), {"number": 81, "name": "a"}, NamedPort(81, name="a"), id="an inherited field"),
        pytest.param(Lists(["a"]), {"by_name": {"a": "b"}}, Lists(["a"], {"a": "b"}), id="what a factory makes"),
    ],
)
def test_replacing_makes_another_of_the_same_type(before: object, changes: dict[str, object], after: object) -> None:
    replaced = replace(before, **changes)
    assert replaced == after
    assert replaced is not before


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        pytest.param(Port(80), "Port(number=80, protocol='TCP', names=())", id="every field"),
        pytest.param(NamedPort(1), "NamedPort(number=1, protocol='UDP', names=(), name='')", id="inherited ones first"),
        pytest.param(Nothing(), "Nothing()", id="no fields"),
    ],
)
def test_a_record_shows_its_values(one: object, shown: str) -> None:
    assert repr(one) == shown


def test_what_a_class_defines_stays() -> None:
    @record
    class Named:
        name: str

        def __repr__(self) -> str:
            return f"<{self.name}>"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Named) and self.name.lower() == other.name.lower()

        def __hash__(self) -> int:
            return hash(self.name.lower())

    assert repr(Named("a")) == "<a>"
    assert len({Named("a"), Named("A")}) == 1
    assert (Port(80).is_privileged, NamedPort(8080).is_privileged) == (True, False)


def test_patterns_take_fields_in_their_order() -> None:
    match NamedPort(80, name="web"):
        case NamedPort(number, protocol, _, name):
            assert (number, protocol, name) == (80, "UDP", "web")
        case _:
            pytest.fail("a record is matched by position")
    assert Port.__match_args__ == ("number", "protocol", "names")


@pytest.mark.parametrize("one", [Port(80), NamedPort(80), Nothing(), Place("a"), Counter()], ids=repr)
def test_a_record_has_room_for_its_fields_alone(one: object) -> None:
    assert not hasattr(one, "__dict__")
    with pytest.raises(AttributeError):
        one.other = 1  # type: ignore[attr-defined]


def test_a_record_may_remember_what_it_has_worked_out() -> None:
    first, second = Circle(1), Circle(1)
    first.history.append(2)
    assert (first.history, second.history) == ([1, 2], [1])
    assert first == second
    assert replace(first, radius=3).history == [3]


@pytest.mark.parametrize("base_is_first", [True, False], ids=["the base first", "the subclass first"])
def test_the_first_object_may_be_that_of_a_subclass(base_is_first: bool) -> None:
    @record
    class Base:
        name: str

    @record
    class Sub(Base):
        number: int = 1

    class Plain(Base):
        """A subclass that is no record itself."""

    kinds: list[type[Base]] = [Base, Sub, Plain] if base_is_first else [Plain, Sub, Base]
    made = [kind(kind.__name__) for kind in (*kinds, *kinds)]
    assert [(type(one), one.name) for one in made] == [(kind, kind.__name__) for kind in (*kinds, *kinds)]
    assert Sub("a", 2) == Sub("a", number=2)


def test_fields_are_told_with_their_defaults() -> None:
    assert list(fields(NamedPort)) == ["number", "protocol", "names", "name"]
    assert (fields(NamedPort)["protocol"], fields(Port)["protocol"]) == ("UDP", "TCP")
