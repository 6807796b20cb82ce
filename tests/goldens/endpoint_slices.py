"""EndpointSlices of recorded clusters, as kubectl's describe has them: a repository holds none."""

from collections.abc import Iterator, Mapping, Sequence

from kgen.show.endpoints import abridged
from kgen.show.fields import mapping, number, sequence, text
from kgen.show.words import NONE
from kgen.syntax.value import Data


def slice_endpoints(slices: Sequence[Data], port_name: str) -> str:
    """What EndpointSlices (discovery.k8s.io/v1) give for the port of a name, as kubectl's describe has it."""
    if not slices:
        return NONE
    return abridged(_addresses(slices, port_name))


def _addresses(slices: Sequence[Data], port_name: str) -> Iterator[str | None]:
    for each in map(mapping, slices):
        numbers = [number(port.get("port")) for port in _ports(each) if text(port.get("name")) == port_name]
        suffixes = [f":{found}" for found in numbers] if each.get("ports") else [""]
        for suffix in suffixes:
            for endpoint in map(mapping, sequence(each.get("endpoints"))):
                yield _address(endpoint, suffix)


def _ports(endpoint_slice: Mapping[str, Data]) -> Iterator[dict[str, Data]]:
    for port in sequence(endpoint_slice.get("ports")):
        if isinstance(port, dict) and port.get("port") is not None:
            yield port


def _address(endpoint: Mapping[str, Data], suffix: str) -> str | None:
    if mapping(endpoint.get("conditions")).get("ready") is False:
        return None
    address = text(next(iter(sequence(endpoint.get("addresses"))), None))
    return (f"[{address}]" if ":" in address and suffix else address) + suffix
