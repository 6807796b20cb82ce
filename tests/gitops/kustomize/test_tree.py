"""Values that are lent: they look like their owner's, and change alone."""

from collections.abc import Callable

import pytest

from kgen.gitops.kustomize.tree import Value, from_data
from kgen.syntax.value import Data

_OBJECT: Data = {"kind": "Pod", "metadata": {"name": "web", "labels": {"app": "web"}}, "spec": {"containers": [{}]}}


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
def test_changes_alone(change: Callable[[Value], None], lendings: int) -> None:
    owner, changed = from_data(_OBJECT, None), from_data(_OBJECT, None)
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
