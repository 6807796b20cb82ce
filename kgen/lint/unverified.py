"""References that the repository neither proves nor disproves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgen.lint.place import place_of
from kgen.lint.problem import Label
from kgen.wiring.backend_reference import ServiceReference
from kgen.wiring.operation_reference import OperationReference
from kgen.wiring.outcome import Unverifiable
from kgen.wiring.probe_ports import ProbedPort
from kgen.wiring.reference import Selection, TargetPort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgen.lint.finding import Place
    from kgen.wiring.reference import Reference


@dataclass(frozen=True, slots=True)
class Unverified:
    """A reference, named by the message of its place, and why it could not be verified."""

    place: Place
    reason: str


def unverified(references: Iterable[Reference]) -> Iterator[Unverified]:
    """The unverifiable among some references."""
    for reference in references:
        if isinstance(reference.outcome, Unverifiable):
            yield Unverified(place_of(_label(reference)), reference.outcome.reason)


def _label(reference: Reference) -> Label:
    if isinstance(reference, ServiceReference | OperationReference | ProbedPort):
        return Label(reference.place, str(reference))
    if isinstance(reference, Selection):
        return Label(reference.selector.node, f"selector `{reference.selector}` of {reference.service}")
    if isinstance(reference, TargetPort):
        port = reference.port
        return Label(port.target_node, f"target port `{port.target}` of {reference.service}")
    node = reference.pod.resource.node if reference.selector is None else reference.selector.node
    return Label(node, f"selector of {reference.pod}")
