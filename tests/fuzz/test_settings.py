"""Configuration files and baselines of any content."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.syntax.value import Mapping
from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE
from tests.fuzz.mutation import YAML_PIECES, mutated, odd_object
from tests.fuzz.oracle import MANIFEST, run

_YAML: Mapping = {
    "select": ["ALL"],
    "extend-select": ["opinion"],
    "ignore": ["schema"],
    "per-file-ignores": {"*.yaml": ["duplicate-object"]},
    "severity": {"schema": "error"},
    "fail-on": "warning",
    "exclude": ["vendor/", "!x", "**/a[0-9].yaml"],
    "kubernetes-version": "1.34",
    "node-port-range": "30000-32767",
    "rules": {"target-port-number-unmatched": {"strict": True}},
    "templates": "templates",
    "baseline": "known.json",
    "respect-gitignore": True,
}
_TOML = b"""\
[project]
name = "x"
[tool.kgen]
select = ["ALL"]
kubernetes-version = 1.30
exclude = ["a", 'b']
fail-on = "info"
[tool.kgen.severity]
schema = "error"
[tool.kgen.rules."target-port-number-unmatched"]
strict = true
"""
_TOML_PIECES = (
    *YAML_PIECES,
    b"[tool.kgen]\n",
    b"[[tool.kgen]]\n",
    b"[tool]\nkgen = 1\n",
    b'"""',
    b"1979-05-27",
    b"1e400",
    b"0x1F",
)
_ENTRY = {"rule": "nodeport-out-of-range", "path": "a.yaml", "resource": "Service web"}
_BASELINE: Mapping = {"version": 1, "findings": {"0123456789abcdef": {**_ENTRY}}}
_MANIFESTS = {"a.yaml": OUT_OF_RANGE.encode(), "b.yaml": DEPLOYMENT.encode()}
_COMMANDS = (
    ["lint", "--color", "never"],
    ["lint", "--color", "never", "--update-baseline"],
    ["lint", "--show-settings"],
    ["config"],
    ["service", "x", "--tcp", "80", "--node-port", "auto"],
    ["create", "service", "clusterip", "x", "--tcp", "80"],
)


def _text(value: Mapping) -> bytes:
    return json.dumps(value).encode()


_BYTES = [_text(_YAML), b"\n".join(_text({key: value})[1:-1] for key, value in _YAML.items())]


@settings(max_examples=25)
@given(st.sampled_from(_COMMANDS), mutated(_BYTES))
def test_yaml(argv: list[str], text: bytes) -> None:
    run(argv, {**_MANIFESTS, "known.json": _text(_BASELINE), ".kgen.yaml": text}, MANIFEST)


@settings(max_examples=25)
@given(st.sampled_from(_COMMANDS), odd_object([_YAML]))
def test_yaml_values(argv: list[str], value: Mapping) -> None:
    run(argv, {**_MANIFESTS, "known.json": _text(_BASELINE), ".kgen.yaml": _text(value)}, MANIFEST)


@settings(max_examples=25)
@given(st.sampled_from(_COMMANDS), mutated([_TOML], _TOML_PIECES))
def test_toml(argv: list[str], text: bytes) -> None:
    run(argv, {**_MANIFESTS, "pyproject.toml": text}, MANIFEST)


@settings(max_examples=25)
@given(mutated([_text(_BASELINE)]) | odd_object([_BASELINE]).map(_text), st.booleans())
def test_baseline(text: bytes, update: bool) -> None:
    flags = ["--update-baseline"] if update else []
    run(["lint", "--color", "never", "--baseline", "known.json", *flags], {**_MANIFESTS, "known.json": text})
