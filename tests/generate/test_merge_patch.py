"""JSON merge patches: what RFC 7396 promises."""

import json

from hypothesis import given
from hypothesis import strategies as st

from kgen.generate.merge_patch import merge_patched
from kgen.syntax.go_json import Json

LEAVES = st.booleans() | st.text("abc", max_size=2) | st.lists(st.booleans(), max_size=2)
OBJECTS = st.recursive(
    st.dictionaries(st.sampled_from("abc"), LEAVES, max_size=3),
    lambda inner: st.dictionaries(st.sampled_from("abc"), LEAVES | inner, max_size=3),
    max_leaves=8,
)
PATCHES = st.recursive(
    st.dictionaries(st.sampled_from("abc"), LEAVES | st.none(), max_size=3),
    lambda inner: st.dictionaries(st.sampled_from("abc"), LEAVES | st.none() | inner, max_size=3),
    max_leaves=8,
)


def specified(target: Json, patch: Json) -> Json:
    """The algorithm of RFC 7396, section 2."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = specified(merged.get(key), value)
    return merged


@given(OBJECTS, PATCHES)
def test_as_specified(target: dict[str, Json], patch: dict[str, Json]) -> None:
    assert merge_patched(target, json.dumps(patch)) == specified(target, patch)
