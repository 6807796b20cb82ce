"""What was remembered, damaged in ways that its digest does not show."""

from hypothesis import given, settings

from kgen.cache.run import KeptRun, kept_run
from tests.fuzz.mutation import mutated

_STATES = {"service.yaml": "", "kgen.yaml": "file kgen.yaml 0123"}
_SEEDS = [
    KeptRun(["found\n"], ["Checked 1 file", "\n"], 1, [(".", True, "0" * 64)], _STATES).to_text().encode(),
    KeptRun([], [], 0, [], {}).to_text().encode(),
]
_PIECES = (b"", b"\0", b" ", b"0", b"1", b"-1", b"1 1 1 1 1", b"1e9", b"9" * 5000, b"\xd9\xa3", b"\xed\xa0\x80", b"[]")


@settings(max_examples=400)
@given(mutated(_SEEDS, _PIECES))
def test_bytes(text: bytes) -> None:
    run = kept_run(text.decode("utf-8", "replace"))
    assert run is None or kept_run(run.to_text()) is not None
