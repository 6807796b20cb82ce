"""Which nodePort to give to a Service."""

from __future__ import annotations

from kgen.errors import KgenError
from kgen.kubernetes.node_port_range import free_numbers, static_band

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container


def lowest_free(taken: Container[int], node_port_range: tuple[int, int]) -> int:
    """The lowest number of the static band that is not taken; raise KgenError when none is left."""
    low, high = static_band(node_port_range)
    number = next(free_numbers((low, high), taken), None)
    if number is None:
        raise KgenError(f"every nodePort of the static band {low}-{high} is taken", "give a number of your own")
    return number
