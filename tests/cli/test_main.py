"""`kgen` itself: help, version, slips, and what it does not import."""

import os
import subprocess
import sys

import pytest

from kgen import __version__
from tests.running import run_kgen

HEAVY = ("argparse", "asyncio", "dataclasses", "enum", "jsonschema", "pathlib", "re", "ruamel", "subprocess", "typing")


@pytest.mark.parametrize("argv", [[], ["--help"], ["-h"], ["help"]])
def test_overview(argv: list[str]) -> None:
    result = run_kgen(argv)
    assert result.code == 0
    assert "Usage: kgen COMMAND" in result.out


@pytest.mark.parametrize("argv", [["--version"], ["-V"]])
def test_version(argv: list[str]) -> None:
    assert run_kgen(argv).out == f"kgen {__version__}\n"


@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        pytest.param(["lnt"], 2, 'unknown command "lnt" for "kgen"\n\nDid you mean this?\n\tlint\n', id="kgen's own"),
        pytest.param(["crate"], 1, 'for "kubectl"\n\nDid you mean this?\n\tcreate\n', id="kubectl's, its answer"),
        pytest.param(["xyzzy"], 2, "`kgen --help` lists the commands", id="nothing near"),
        pytest.param(["--verison"], 2, "did you mean `--version`?", id="a flag"),
        pytest.param(["create", "configmap", "x"], 2, "kgen does not generate `configmap`", id="another kind"),
        pytest.param(
            ["create", "service", "clusterip", "x", "--tcp=80", "--dry-run=server"], 2, "needs a cluster", id="server"
        ),
    ],
)
def test_slips(argv: list[str], code: int, message: str) -> None:
    result = run_kgen(argv)
    assert (result.code, result.out) == (code, "")
    assert message in result.err


def test_kubectls_global_flags_may_stand_first() -> None:
    first = run_kgen(["-n", "shop", "create", "service", "clusterip", "web", "--tcp=80"])
    assert first == run_kgen(["create", "service", "clusterip", "web", "--tcp=80", "-n", "shop"])
    assert "namespace: shop" in first.out


def test_python_m_kgen() -> None:
    done = subprocess.run([sys.executable, "-m", "kgen", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"kgen {__version__}\n"


def test_service_imports_nothing_heavy() -> None:
    program = (
        "import sys; from kgen.cli.main import main; main(['service', 'x', '--tcp', '80']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True, env=environment()
    )
    assert "kind: Service" in done.stdout
    assert not set(HEAVY) & set(done.stderr.split())


def environment() -> dict[str, str]:
    """This process's environment, with this process's import path: `-S` leaves out the virtual environment's."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@pytest.mark.parametrize(
    ("argv", "code", "out"),
    [
        pytest.param(["--version"], 0, f"kgen {__version__}\n", id="what is printed arrives"),
        pytest.param(["service", "x"], 1, "", id="refused"),
        pytest.param(["lnt"], 2, "", id="wrong usage"),
    ],
)
def test_the_console_script_leaves_with_the_code(argv: list[str], code: int, out: str) -> None:
    program = f"import sys; from kgen.cli.main import run; sys.argv[1:] = {argv!r}; run(); print('never')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (code, out)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows reports a closed pipe otherwise")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_closed_pipe_ends_quietly(unbuffered: str) -> None:
    program = "from kgen.cli.main import run; import sys; sys.argv[1:] = ['rule', '--all']; run()"
    command = [sys.executable, "-c", program]
    settings = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141
