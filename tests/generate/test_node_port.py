"""Which nodePorts are given out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.errors import KgenError
from kgen.generate.node_port import lowest_free
from kgen.kubernetes.node_port_range import static_band

DEFAULT = (30000, 32767)


@pytest.mark.parametrize(
    ("node_port_range", "band"),
    [
        # KEP-3668 and the API server's own tests give these.
        pytest.param(DEFAULT, (30000, 30085), id="default: 2768 / 32 = 86"),
        pytest.param((20000, 32767), (20000, 20127), id="at most 128"),
        pytest.param((32567, 32767), (32567, 32582), id="at least 16"),
        pytest.param((30000, 30016), (30000, 30015), id="17 numbers"),
        pytest.param((30000, 30015), (30000, 30015), id="16 numbers have no band, so all of them"),
        pytest.param((30000, 30000), (30000, 30000), id="one number"),
    ],
)
def test_static_band(node_port_range: tuple[int, int], band: tuple[int, int]) -> None:
    assert static_band(node_port_range) == band


@settings(deadline=None)
@given(low=st.integers(1, 65535), size=st.integers(1, 40000), taken=st.sets(st.integers(1, 300)))
def test_the_lowest_free_number_of_the_band(low: int, size: int, taken: set[int]) -> None:
    node_port_range = (low, low + size - 1)
    first, last = static_band(node_port_range)
    used = {low + offset for offset in taken}
    free = [number for number in range(first, last + 1) if number not in used]
    if free:
        assert lowest_free(used, node_port_range) == free[0]
    else:
        with pytest.raises(KgenError, match=f"static band {first}-{last} is taken"):
            lowest_free(used, node_port_range)


def test_a_full_band() -> None:
    with pytest.raises(KgenError) as error:
        lowest_free(set(range(30000, 30086)), DEFAULT)
    assert error.value.message == "every nodePort of the static band 30000-30085 is taken"
