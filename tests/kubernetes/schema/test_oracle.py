"""The walk over an object comes to the verdicts of the `jsonschema` package."""

import os
from copy import deepcopy
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.kubernetes.resource import resources
from kgen.kubernetes.schema.built_in import built_in_kinds
from kgen.kubernetes.schema.fit import mismatches
from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from kgen.syntax.value import Data
from tests.kubernetes.schema.objects import OBJECTS, data
from tests.kubernetes.schema.oracle import validator, without_nulls

MINORS = (30, 37)
Container = dict[str, Data] | list[Data]
SCALARS: st.SearchStrategy[Data] = st.sampled_from(
    ["", "x", "80", "100m", "1Gi", "true", 0, -1, 80, 2**31, 2**63, 0.5, 2.0, True, False]
)
VALUES: st.SearchStrategy[Data] = st.one_of(
    SCALARS, st.builds(dict), st.lists(SCALARS, max_size=2).map(list), SCALARS.map(lambda value: {"name": value})
)
KEYS = ("name", "nam", "spec", "ports", "port", "value", "replicas", "containers", "matchLabels", "apiVersion")


def fits(value: Data, minor: int) -> bool:
    """Whether the object fits, which both have to agree on."""
    assert isinstance(value, dict)
    names = str(value["apiVersion"]), str(value["kind"])
    shape = built_in_kinds(minor).shape(*names)
    assert shape is not None
    found = mismatches(value, shape)
    assert (not found) == validator(minor, *names).is_valid(without_nulls(value)), found
    return not found


def containers(value: Data) -> list[Container]:
    """Every mapping and list in a value, outermost first."""
    if isinstance(value, dict):
        return [value, *(inside for each in value.values() for inside in containers(each))]
    if isinstance(value, list):
        return [value, *(inside for each in value for inside in containers(each))]
    return []


def spoil(container: Container, draw: st.DataObject) -> None:
    """Change, add or remove one thing in a container."""
    if isinstance(container, dict):
        key = draw.draw(st.sampled_from([*container, *KEYS]))
        removed = draw.draw(st.booleans()) and container.pop(key, None) is not None
        if not removed:
            container[key] = draw.draw(VALUES)
    elif container:
        container[draw.draw(st.integers(0, len(container) - 1))] = draw.draw(VALUES)
    else:
        container.append(draw.draw(VALUES))


@pytest.mark.parametrize("minor", MINORS)
@pytest.mark.parametrize("kind", OBJECTS)
def test_the_objects_fit(kind: str, minor: int) -> None:
    assert fits(data(OBJECTS[kind]), minor)


@pytest.mark.parametrize("kind", OBJECTS)
@settings(max_examples=60, deadline=None)
@given(draw=st.data())
def test_verdicts_on_spoilt_objects_are_those_of_jsonschema(kind: str, draw: st.DataObject) -> None:
    value = deepcopy(data(OBJECTS[kind]))
    assert isinstance(value, dict)
    kept = {key: value[key] for key in ("apiVersion", "kind")}
    for _ in range(draw.draw(st.integers(1, 3))):
        spoil(draw.draw(st.sampled_from(containers(value))), draw)
    fits(value | kept, 37)


def test_verdicts_on_public_objects_are_those_of_jsonschema() -> None:
    corpus = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[4] / "shared" / "corpus")
    files = islice((path for path in sorted(corpus.glob("*/**/*.yaml")) if path.stat().st_size < 20_000), 0, None, 40)
    documents = (document for path in files for document in parse(Source(path.name, path.read_bytes())))
    objects = (resource for document in documents for resource in resources(document))
    known = built_in_kinds(37)
    verdicts = [
        fits(without_nulls(each.node.value), 37) for each in objects if known.shape(each.api_version, each.kind)
    ]
    if not verdicts:
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")
    assert verdicts.count(True) > len(verdicts) * 0.9
