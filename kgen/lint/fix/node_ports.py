"""Fixes that give a node port another number: which one is known only when all of them are."""

from __future__ import annotations

from kgen.kubernetes.node_port_range import free_numbers, static_band
from kgen.kubernetes.service import service
from kgen.lint.fix.fix import FREE_NODE_PORT, Fix, Safety
from kgen.record import replace
from kgen.syntax.edit.values import replace_in_part, replace_value
from kgen.wiring.node_port_request import node_port_requests, patched_node_ports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.lint.finding import Finding
    from kgen.repository import Repository
    from kgen.syntax.edit.edit import Edit
    from kgen.syntax.node import Node
    from kgen.wiring.node_port_request import NodePortRequest

    Numbers = dict[tuple[Edit, ...], int]


def another_node_port(node: Node, key: str) -> Fix | None:
    """The fix that writes a free number."""
    return _open(replace_value(node, 0), key)


def another_requested(request: NodePortRequest) -> Fix | None:
    """The fix that writes a free number, also in the text of a patch."""
    if not request.part:
        return another_node_port(request.node, request.key)
    return _open(replace_in_part(request.node, request.part, str(request.number), FREE_NODE_PORT), request.key)


def _open(edit: Edit | None, key: str) -> Fix | None:
    if edit is None:
        return None
    return Fix((replace(edit, text=FREE_NODE_PORT),), Safety.UNSAFE, f"write `{key}: {FREE_NODE_PORT}`", is_open=True)


def with_node_ports(
    findings: Iterable[Finding], repository: Repository, node_port_range: tuple[int, int]
) -> list[Finding]:
    """The findings with a number of its own for each place that is to get one: the lowest free of the static band.

    What is asked for anywhere in the repository is not free: which Services share a cluster is not always known.
    Findings that are suppressed come last; when no number is left there is no fix.
    """
    every = list(findings)
    numbers: Numbers = {}
    wanting = [each for each in every if each.fix is not None and each.fix.is_open]
    free = free_numbers(static_band(node_port_range), _asked_for(repository) if wanting else ())
    for finding in sorted(wanting, key=lambda each: each.suppressed is not None):
        if finding.fix is not None and finding.fix.edits not in numbers:
            number = next(free, None)
            if number is not None:
                numbers[finding.fix.edits] = number
    return [_settled(finding, numbers) for finding in every]


def _asked_for(repository: Repository) -> set[int]:
    services = [found for found in map(service, repository.resources) if found is not None]
    return {each.number for each in (*node_port_requests(services), *patched_node_ports(repository))}


def _settled(finding: Finding, numbers: Numbers) -> Finding:
    fix = finding.fix
    if fix is None or not fix.is_open:
        return finding
    number = numbers.get(fix.edits)
    return replace(finding, fix=None if number is None else _with_number(fix, str(number)))


def _with_number(fix: Fix, number: str) -> Fix:
    edits = tuple(replace(edit, text=edit.text.replace(FREE_NODE_PORT, number)) for edit in fix.edits)
    return Fix(edits, fix.safety, fix.message.replace(FREE_NODE_PORT, number))
