"""Objects found by the folders around them."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from kgen.kubernetes.resource import Resource
from kgen.wiring.neighbourhood import Neighbourhood, written_path
from kgen.wiring.scope import Nearness, nearness
from tests.repositories import deployment, repository

PATHS = st.lists(st.sampled_from("abc"), max_size=4).map(lambda steps: "/".join([*steps, "f.yaml"]))
REACHES = st.sampled_from([Nearness.SAME_FILE, Nearness.SAME_FOLDER, Nearness.ADJACENT])


@dataclass(frozen=True)
class Placed:
    """Something that stands in a file."""

    resource: Resource


def placed(paths: list[str]) -> list[Placed]:
    """One thing in each of these files."""
    return [Placed(resource) for resource in repository(dict.fromkeys(paths, deployment())).resources]


@given(st.lists(PATHS, unique=True, max_size=30), PATHS, REACHES)
def test_near_is_what_a_look_at_all_would_find(paths: list[str], path: str, reach: Nearness) -> None:
    items = placed(paths)
    every = sorted(items, key=lambda item: nearness(path, item.resource.path))
    expected = [item for item in every if nearness(path, item.resource.path) <= reach]
    assert Neighbourhood(items, written_path).near(path, reach) == expected
