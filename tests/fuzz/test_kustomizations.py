"""Kustomizations of any content, linted and rendered."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from kgen.syntax.value import Mapping
from tests.fuzz.mutation import YAML_PIECES, mutated, odd_object
from tests.fuzz.oracle import MANIFEST, REPORT, Files, run
from tests.fuzz.seeds import kustomizations, public

_PIECES = (
    *YAML_PIECES,
    *(b"resources: [.]\n", b"resources: [..]\n", b"../base", b"components: [a]\n", b"bases: [all.yaml]\n"),
    *(
        b"namePrefix: ",
        b"patches:\n- patch: |-\n",
        b"op: move",
        b"path: /spec/-",
        b"target: {kind: '('}",
        b"fieldPath: a.*.b",
    ),
    *(
        b"https://example.com/x",
        b"github.com/a/b?ref=c",
        b"configMapGenerator:\n- name: a\n  envs: [kustomization.yaml]\n",
    ),
)
_OWN = [files["kustomization.yaml"] for files in kustomizations() if "kustomization.yaml" in files]
_SEEDS = [*_OWN, *public("kustomization.yaml")]


def _data(text: bytes) -> list[Mapping]:
    return [d.root.value for d in parse(Source("x", text)) if d.root is not None and isinstance(d.root.value, dict)]


_OBJECTS = [value for text in _OWN for value in _data(text)]
COMMANDS = (["render", "."], ["render", ".", "-o", "json"], ["render", ".", "--explain"], ["lint", "--color", "never"])


@st.composite
def _folders(draw: st.DrawFn) -> Files:
    """The files of an overlay of which some are changed."""
    files = dict(draw(st.sampled_from(kustomizations())))
    for name in draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=2)):
        files[name] = draw(mutated([files[name], *_SEEDS[:3]], _PIECES))
    return files


@settings(max_examples=25)
@given(st.sampled_from(COMMANDS), _folders())
def test_overlays(argv: list[str], files: Files) -> None:
    run(argv, files, MANIFEST if argv[0] == "render" else REPORT)


@settings(max_examples=25)
@given(st.sampled_from(COMMANDS), mutated(_SEEDS, _PIECES), st.sampled_from(kustomizations()))
def test_bytes(argv: list[str], text: bytes, files: Files) -> None:
    run(argv, {**files, "kustomization.yaml": text}, MANIFEST if argv[0] == "render" else REPORT)


@settings(max_examples=25)
@given(st.sampled_from(COMMANDS), odd_object(_OBJECTS), st.sampled_from(kustomizations()))
def test_values(argv: list[str], value: Mapping, files: Files) -> None:
    text = json.dumps({**value, "resources": value.get("resources", sorted(files))}).encode()
    run(argv, {**files, "kustomization.yaml": text}, MANIFEST if argv[0] == "render" else REPORT)
