"""The range that a cluster takes its nodePorts from."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator


def static_band(node_port_range: tuple[int, int]) -> tuple[int, int]:
    """The numbers, both ends included, that the API server does not hand out by itself while others are free.

    KEP-3668: the first clamp(size / 32, 16, 128) of the range. A range of 16 or fewer has no such band and
    stands for it as a whole.
    """
    low, high = node_port_range
    size = high - low + 1
    if size <= 16:
        return low, high
    return low, low + min(max(size // 32, 16), 128) - 1


def free_numbers(band: tuple[int, int], taken: Container[int]) -> Iterator[int]:
    """The numbers of a band, both ends included, that are not taken, the lowest first."""
    low, high = band
    return (number for number in range(low, high + 1) if number not in taken)
