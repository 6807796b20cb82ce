"""Manifests of any content, through every command that reads a repository."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.syntax.value import Mapping
from tests.fuzz.mutation import mutated, odd_object
from tests.fuzz.oracle import run
from tests.fuzz.seeds import manifests, objects

_LINT = ["lint", "--select", "ALL", "--color", "never", "--show-unverified", "--statistics"]
COMMANDS = (
    *(_LINT, _LINT, _LINT, [*_LINT, "--fix", "--unsafe-fixes"], [*_LINT, "--fix", "--diff"]),
    *(["get", "svc", "-A", "-o", "wide"], ["describe", "svc"], ["trace", "30080"], ["trace", "svc/web"], ["graph"]),
    *(["ports"], ["ports", "--output-format", "json"], ["ports", "--output-format", "csv"]),
    *(["service", "x", "--for", "deployment/web", "--node-port", "auto"],),
)
"""What reads the manifests around it; a new command is one line here."""


@settings(max_examples=60)
@given(st.sampled_from(COMMANDS), st.lists(mutated(manifests()), min_size=1, max_size=3))
def test_bytes(argv: list[str], texts: list[bytes]) -> None:
    run(argv, {f"{number}.yaml": text for number, text in enumerate(texts)})


@settings(max_examples=60)
@given(st.sampled_from(COMMANDS), st.lists(odd_object(objects()), min_size=1, max_size=4))
def test_objects(argv: list[str], found: list[Mapping]) -> None:
    run(argv, {"all.yaml": "\n---\n".join(map(json.dumps, found)).encode()})
