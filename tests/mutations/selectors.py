"""Faults of labels and of what selects by them."""

from collections.abc import Iterator

from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Requirement
from kgen.wiring.reference import Selection
from tests.mutations.edit import key_edit, slip, value_edit
from tests.mutations.fault import Mutation, in_place
from tests.mutations.healthy import Healthy


def value_slip(repository: Healthy) -> Iterator[Mutation]:
    """Two letters swapped in a label's value in a Service's selector."""
    for selection, requirement in _requirements(repository):
        value = slip(requirement.values[0])
        if value is not None and not _selects(selection, requirement, requirement.key, value, repository):
            yield from in_place(value_edit(requirement.node, value), *_participants(selection))


def key_case(repository: Healthy) -> Iterator[Mutation]:
    """The other case for the first letter of a label's key, behind its prefix, in a Service's selector."""
    for selection, requirement in _requirements(repository):
        prefix, slash, name = requirement.key.rpartition("/")
        key = f"{prefix}{slash}{name[:1].swapcase()}{name[1:]}"
        if key != requirement.key and not _selects(selection, requirement, key, requirement.values[0], repository):
            yield from in_place(key_edit(requirement.node, key), *_participants(selection))


def template_label_slip(repository: Healthy) -> Iterator[Mutation]:
    """Two letters swapped in a label of a pod template that its own workload selects by."""
    for selection in repository.workload_selections:
        pod = selection.pod
        if selection.selector is None:
            continue
        for requirement in selection.selector.requirements:
            label, value = pod.labels_node.get(requirement.key), slip(pod.labels.get(requirement.key, ""))
            if label is not None and value is not None and requirement.values == (label.value,):
                yield from in_place(value_edit(label, value), pod.resource)


def _requirements(repository: Healthy) -> Iterator[tuple[Selection, Requirement]]:
    """What Services ask of labels that are written in the pod templates."""
    for selection in repository.selections:
        for requirement in selection.selector.requirements:
            if all(requirement.is_met_by(pod.labels) for pod in selection.pods):
                yield selection, requirement


def _selects(selection: Selection, mutated: Requirement, key: str, value: str, repository: Healthy) -> bool:
    """Whether the selector would select other pods of the repository instead."""
    wanted = {each.key: each.values[0] for each in selection.selector.requirements if each is not mutated}
    wanted[key] = value
    return any(wanted.items() <= pod.labels.items() for pod in repository.wiring.pods)


def _participants(selection: Selection) -> tuple[Resource, ...]:
    return (selection.service.resource, *(pod.resource for pod in selection.pods))
