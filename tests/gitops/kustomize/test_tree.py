"""Values that are lent: they look like their owner's, and change alone."""

from collections.abc import Callable

import pytest

from kgen.gitops.kustomize.tree import Value, from_data, from_node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from kgen.syntax.value import Data

_WRITTEN = "kind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {containers: [{}]}\n"
_OBJECT: Data = {"kind": "Pod", "metadata": {"name": "web", "labels": {"app": "web"}}, "spec": {"containers": [{}]}}


def _of_data() -> Value:
    return from_data(_OBJECT, None)


def _of_file() -> Value:
    (document,) = parse(Source("web.yaml", _WRITTEN.encode()))
    assert document.root is not None
    return from_node(document.root)


def _rename(value: Value) -> None:
    value.fields["metadata"].fields["name"].replace(Value("api"))


def _label(value: Value) -> None:
    value.fields["metadata"].fields["labels"].fields["team"] = Value("shop")


def _contain(value: Value) -> None:
    value.fields["spec"].fields["containers"].items.append(Value({}))


def _clear(value: Value) -> None:
    value.replace(Value({}))


def _clear_unseen(value: Value) -> None:
    value.fields["metadata"].replace(Value(None))


@pytest.mark.parametrize("change", [_rename, _label, _contain, _clear, _clear_unseen])
@pytest.mark.parametrize("lendings", [1, 2, 3])
@pytest.mark.parametrize("make", [_of_data, _of_file])
def test_changes_alone(change: Callable[[Value], None], lendings: int, make: Callable[[], Value]) -> None:
    owner, changed = make(), from_data(_OBJECT, None)
    borrower = owner
    for _ in range(lendings):
        borrower = borrower.lent()
    change(borrower)
    change(changed)
    assert owner.plain() == _OBJECT
    assert borrower.plain() == borrower.lent().plain() == borrower.copy().plain() == changed.plain()


def test_looks_the_same_before_and_after_somebody_looks() -> None:
    borrower = from_data(_OBJECT, None).lent()
    before = borrower.plain()
    assert borrower.text_at("metadata", "labels", "app") == "web"
    assert before == borrower.plain() == _OBJECT


@pytest.mark.parametrize("make", [_of_data, _of_file])
def test_question_is_asked_again_only_of_what_has_changed(make: Callable[[], Value]) -> None:
    asked: list[Value] = []

    def size(value: Value) -> int:
        asked.append(value)
        return len(value.fields)

    owner = make()
    one, other = owner.lent(), owner.lent()
    assert one.known(size) == other.known(size) == len(owner.fields)
    assert len(asked) == 1
    one.fields["status"] = Value({})
    assert one.known(size) == other.known(size) + 1


def test_answer_is_forgotten_when_a_value_becomes_another() -> None:
    value = _of_file()
    assert value.known(_size) > 1
    value.replace(Value({"kind": Value("Pod")}))
    assert value.known(_size) == value.lent().known(_size) == 1


def test_only_what_somebody_looked_into_is_other_than_the_file() -> None:
    value = _of_file().lent()
    assert value.is_as_in_file
    value.fields["metadata"].fields["labels"].fields["app"] = Value("api")
    assert not value.is_as_in_file
    assert not value.fields["metadata"].is_as_in_file
    assert value.fields["spec"].is_as_in_file


def _size(value: Value) -> int:
    return len(value.fields)
