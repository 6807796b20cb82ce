"""Which numbers of the node port range to give away next."""

from collections.abc import Container
from itertools import islice

from kgen.kubernetes.node_port_range import free_numbers


def lowest_free(count: int, taken: Container[int], node_port_range: tuple[int, int]) -> tuple[int, ...]:
    """The `count` lowest numbers that are not taken, fewer when no more are left.

    The static band is the lower end of the range, so its numbers come first.
    """
    return tuple(islice(free_numbers(node_port_range, taken), count))
