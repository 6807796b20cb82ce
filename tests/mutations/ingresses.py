"""Faults of Ingresses."""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family
from tests.mutations.edit import value_edit
from tests.mutations.fault import Mutation, in_place
from tests.mutations.healthy import Healthy


def port_off_by_one(repository: Healthy) -> Iterator[Mutation]:
    """The next number for a backend's port, which no Service of the name has."""
    for reference, service in repository.backends:
        backend = reference.backend
        if backend.family is not Family.INGRESS or not isinstance(backend.port, int) or backend.port_node is None:
            continue
        namesakes = [each for each in repository.wiring.services if each.resource.name == backend.name]
        if not any(port.number == backend.port + 1 for each in namesakes for port in each.ports):
            edit = value_edit(backend.port_node, str(backend.port + 1))
            yield from in_place(edit, backend.resource, service.resource)
