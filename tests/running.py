"""Runs kgen in this process the way a shell would see it: bytes out, bytes err, exit code."""

import io
import sys
from dataclasses import dataclass

from kgen.cli.main import main


@dataclass(frozen=True)
class Result:
    """What one command line printed and returned."""

    code: int
    out: str
    err: str


def run_kgen(argv: list[str], stdin: str = "") -> Result:
    """Run `kgen ARGV`; bytes that are no UTF-8 come back as surrogates."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    sys.stdout, sys.stderr = streams
    try:
        code = main(argv)
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    out, err = (written(stream) for stream in streams)
    return Result(code, out, err)


def written(stream: io.TextIOWrapper) -> str:
    """What went through a stream over a BytesIO."""
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8", "surrogateescape")
