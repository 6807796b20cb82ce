"""The text of an `Endpoints` line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgen.show.fields import mapping, number, sequence, text
from kgen.show.words import NONE
from kgen.syntax.value import Data

_SHOWN = 3


def slice_endpoints(slices: Sequence[Data], port_name: str) -> str:
    """What EndpointSlices (discovery.k8s.io/v1) give for the port of a name, as kubectl's describe has it."""
    if not slices:
        return NONE
    return abridged(_addresses(slices, port_name))


def abridged(endpoints: Iterable[str | None]) -> str:
    """The first three between commas and how many more there are; None is an endpoint that is not ready.

    kubectl says `+ 0 more...` where only such ones follow the third.
    """
    shown: list[str] = []
    ready, is_cut = 0, False
    for endpoint in endpoints:
        is_cut = is_cut or len(shown) == _SHOWN
        if endpoint is None:
            continue
        ready += 1
        if not is_cut:
            shown.append(endpoint)
    return ",".join(shown) + (f" + {ready - _SHOWN} more..." if is_cut else "")


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
