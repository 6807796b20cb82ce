"""Label selectors: which label maps they match.

https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
"""

from collections.abc import Mapping
from enum import StrEnum

from kgen.kubernetes.labels import label_text
from kgen.record import record
from kgen.syntax.node import Node


class Operator(StrEnum):
    """How a requirement looks at a label; equality is `In` with one value."""

    IN = "In"
    NOT_IN = "NotIn"
    EXISTS = "Exists"
    DOES_NOT_EXIST = "DoesNotExist"


@record
class Requirement:
    """One condition of a selector, and the node that states it: a `matchLabels` value or an expression."""

    key: str
    operator: Operator
    values: tuple[str, ...]
    node: Node

    def is_met_by(self, labels: Mapping[str, str]) -> bool:
        """Whether labels meet it; `NotIn` is met where the key is absent, as in apimachinery."""
        if self.operator is Operator.IN:
            return labels.get(self.key) in self.values
        if self.operator is Operator.NOT_IN:
            return labels.get(self.key) not in self.values
        return (self.key in labels) is (self.operator is Operator.EXISTS)

    def __str__(self) -> str:
        if self.operator is Operator.IN and len(self.values) == 1:
            return f"{self.key}={self.values[0]}"
        values = f" ({', '.join(self.values)})" if self.values else ""
        return f"{self.key} {self.operator}{values}"


@record
class Selector:
    """Requirements that must all be met; without any it matches everything."""

    node: Node
    requirements: tuple[Requirement, ...]

    def matches(self, labels: Mapping[str, str]) -> bool:
        """Whether labels meet every requirement."""
        return all(requirement.is_met_by(labels) for requirement in self.requirements)

    def unmet(self, labels: Mapping[str, str]) -> tuple[Requirement, ...]:
        """The requirements that labels do not meet."""
        return tuple(each for each in self.requirements if not each.is_met_by(labels))

    def __str__(self) -> str:
        return ",".join(map(str, self.requirements))


def equality_selector(node: Node) -> Selector:
    """The selector of a Service or a ReplicationController: a map of labels."""
    return Selector(node, tuple(_equalities(node)))


def label_selector(node: Node) -> Selector:
    """A LabelSelector: `matchLabels` and `matchExpressions`; an unknown operator matches nothing."""
    labels, expressions = node.get("matchLabels"), node.get("matchExpressions")
    equalities = [] if labels is None else _equalities(labels)
    others = [] if expressions is None else [_expression(item) for item in expressions]
    return Selector(node, (*equalities, *others))


def _equalities(node: Node) -> list[Requirement]:
    return [Requirement(key, Operator.IN, (label_text(value),), value) for key, value in node.mapping().items()]


def _expression(node: Node) -> Requirement:
    key, operator, values = node.get("key"), node.get("operator"), node.get("values")
    known = None if operator is None else operator.string()
    return Requirement(
        key="" if key is None else label_text(key),
        operator=Operator(known) if known in set(Operator) else Operator.IN,
        values=() if values is None else tuple(label_text(value) for value in values),
        node=node,
    )
