"""Comments and annotations that turn rules off, wherever and however they are written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.manifests import OUT_OF_RANGE
from tests.fuzz.mutation import YAML_PIECES, mutated
from tests.fuzz.oracle import run

_COMMENT = b"# kgen: ignore[nodeport-out-of-range, orphan-selector] known"
_PIECES = (
    *YAML_PIECES,
    *(_COMMENT, b" " + _COMMENT + b"\n", b"# kgen: ignore-file[schema]\n", b"kgen:", b"ignore", b"[", b"]", b","),
    *(
        b"ignore[]",
        b"ignore[ALL]",
        b"#" * 200 + b"kgen: ignore",
        b"# kgen: ignore[" + b"a," * 500 + b"]",
        b"\x85",
        b"\xe2\x80\xa8",
    ),
    *(b"annotations: {kgen.dev/ignore: 'schema, x'}", b"kgen.dev/ignore: ", b"|\n    # kgen: ignore[schema]\n"),
)
_LINES = OUT_OF_RANGE.encode().splitlines(keepends=True)
_SEEDS = [
    OUT_OF_RANGE.encode(),
    _COMMENT + b"\n" + OUT_OF_RANGE.encode(),
    b"".join(line.rstrip(b"\n") + b"  " + _COMMENT + b"\n" for line in _LINES),
    b"".join(b"    " + _COMMENT + b"\n" + line for line in _LINES),
    OUT_OF_RANGE.replace("name: web", "name: web\n  annotations: {kgen.dev/ignore: nodeport-out-of-range}").encode(),
]


@settings(max_examples=40)
@given(mutated(_SEEDS, _PIECES), st.sampled_from(["full", "sarif", "json"]))
def test_comments(text: bytes, output_format: str) -> None:
    run(["lint", "--select", "ALL", "--color", "never", "--output-format", output_format], {"a.yaml": text})
