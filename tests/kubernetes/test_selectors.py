"""Which labels a selector matches."""

import pytest

from kgen.kubernetes.selectors import equality_selector, label_selector
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source


def node(text: str) -> Node:
    """The root of a YAML text."""
    root = parse(Source("a.yaml", text.encode()))[0].root
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("selector", "labels", "matches"),
    [
        pytest.param("{}", {}, True, id="empty matches everything"),
        pytest.param("{matchLabels: {a: b}}", {"a": "b", "c": "d"}, True, id="label"),
        pytest.param("{matchLabels: {a: b}}", {"a": "c"}, False, id="other value"),
        pytest.param("{matchLabels: {a: b, c: d}}", {"a": "b"}, False, id="one of two"),
        pytest.param("{matchLabels: {a: 1.10}}", {"a": "1.10"}, True, id="number as it is written"),
        pytest.param("{matchLabels: {a: }}", {"a": ""}, True, id="null is empty"),
        pytest.param("{matchExpressions: [{key: a, operator: In, values: [b, c]}]}", {"a": "c"}, True, id="In"),
        pytest.param("{matchExpressions: [{key: a, operator: In, values: [b]}]}", {}, False, id="In, absent"),
        pytest.param("{matchExpressions: [{key: a, operator: NotIn, values: [b]}]}", {"a": "b"}, False, id="NotIn"),
        pytest.param("{matchExpressions: [{key: a, operator: NotIn, values: [b]}]}", {}, True, id="NotIn, absent"),
        pytest.param("{matchExpressions: [{key: a, operator: Exists}]}", {"a": ""}, True, id="Exists"),
        pytest.param("{matchExpressions: [{key: a, operator: Exists}]}", {}, False, id="Exists, absent"),
        pytest.param("{matchExpressions: [{key: a, operator: DoesNotExist}]}", {}, True, id="DoesNotExist"),
        pytest.param("{matchExpressions: [{key: a, operator: DoesNotExist}]}", {"a": "b"}, False, id="it does"),
        pytest.param("{matchExpressions: [{key: a, operator: Gt, values: ['1']}]}", {"a": "2"}, False, id="unknown"),
    ],
)
def test_label_selector(selector: str, labels: dict[str, str], *, matches: bool) -> None:
    parsed = label_selector(node(selector))
    assert parsed.matches(labels) is matches
    assert (parsed.unmet(labels) == ()) is matches


def test_equality_selector() -> None:
    selector = equality_selector(node("a: b\nc: d\n"))
    assert str(selector) == "a=b,c=d"
    assert selector.matches({"a": "b", "c": "d", "e": "f"})
    (unmet,) = selector.unmet({"a": "b"})
    assert (str(unmet), str(unmet.node.span)) == ("c=d", "2:4")
