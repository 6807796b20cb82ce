"""The order of a mapping's keys in kubectl's YAML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.syntax.emit.order import natural_order


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["app1", "app01", "app2", "app10"], id="numbers by their value, then length"),
        pytest.param(["a-b", "a.b", "a/b", "a_b", "aB", "ab"], id="letters behind the rest, capitals first"),
        pytest.param(["1", "2", "10"], id="numbers alone"),
        pytest.param(["a", "a-", "aa"], id="shorter first"),
        pytest.param(["", "0", "A", "a"], id="empty first"),
        pytest.param(["apiVersion", "kind", "metadata", "spec", "status"], id="letters only"),
        pytest.param(["a100", "a105", "a110"], id="a zero behind a digit counts"),
        pytest.param(["-", "é", "日"], id="letters of other scripts"),
        pytest.param(["x9223372036854775808", "x1"], id="a number over 63 bits turns negative"),
    ],
)
def test_order(keys: list[str]) -> None:
    assert natural_order(keys[::-1]) == keys


@given(st.lists(st.text(), unique=True))
def test_every_key_is_kept(keys: list[str]) -> None:
    assert sorted(natural_order(keys)) == sorted(keys)


@given(st.lists(st.text(alphabet="abz-_./", max_size=6), unique=True))
def test_without_digits_the_order_does_not_depend_on_where_keys_stood(keys: list[str]) -> None:
    assert natural_order(keys) == natural_order(keys[::-1])
