"""kgen in a process of its own, with bounds on time and memory."""

import subprocess
import sys
from pathlib import Path

from tests.running import Result

SECONDS = 60
"""Far more than any of these takes, on a busy machine too; what hangs takes longer."""

_MEGABYTES = 1500
_PROGRAM = "from kgen.cli.main import run; run()"


def bounded(argv: list[str], folder: Path, megabytes: int = _MEGABYTES) -> Result:
    """Run kgen in a folder; beyond `megabytes` of address space Python raises MemoryError, which kgen reports as 3."""
    command = [sys.executable, "-c", f"{_limit(megabytes)}{_PROGRAM}", *argv]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=SECONDS)
    out, err = (text.decode("utf-8", "surrogateescape") for text in (done.stdout, done.stderr))
    return Result(done.returncode, out, err)


def _limit(megabytes: int) -> str:
    if sys.platform != "linux":  # elsewhere the limit of the address space is not kept, or unknown
        return ""
    size = megabytes * 2**20
    return f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({size}, {size})); "
