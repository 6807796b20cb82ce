"""What another program prints comes back whole, or not at all."""

import sys

import pytest

from kgen.discovery.program import printed_by


@pytest.mark.parametrize(
    ("program", "printed"),
    [
        pytest.param("pass", b"", id="nothing"),
        pytest.param("import os; os.write(1, b'a\\0\\xff\\n')", b"a\0\xff\n", id="bytes that are no text"),
        pytest.param(
            "import os; os.write(1, b'a' * 40000); os.write(1, b'b' * 40000)",
            b"a" * 40000 + b"b" * 40000,
            id="more than a pipe holds",
        ),
        pytest.param("import sys; sys.stderr.write('x' * 200000); print(end='a')", b"a", id="messages are thrown away"),
        pytest.param("import sys; print(repr(sys.stdin.read()), end='')", b"''", id="there is nothing to read"),
        pytest.param("print('a'); raise SystemExit(1)", None, id="it fails"),
        pytest.param("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", None, id="it is ended"),
    ],
)
def test_what_a_program_prints(program: str, printed: bytes | None) -> None:
    assert printed_by((sys.executable, "-c", program)) == printed


def test_a_program_that_is_not_there() -> None:
    assert printed_by(("kgen-has-no-such-program",)) is None
