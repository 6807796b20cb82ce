"""`kgen service` is to start as fast as a small program can: its printers import none of the slow modules."""

import subprocess
import sys
from pathlib import Path

import kgen

PRINTERS = "kgen.syntax.emit.yaml, kgen.syntax.emit.kyaml, kgen.syntax.emit.json"
SLOW = {"argparse", "collections", "dataclasses", "enum", "functools", "json", "pathlib", "re", "ruamel", "typing"}


def test_printers_import_nothing_slow() -> None:
    # -S: what the site module imports on its own is not ours to answer for.
    program = f"import sys, {PRINTERS}; print(*sys.modules)"
    root = Path(kgen.__file__).parents[1]
    done = subprocess.run([sys.executable, "-S", "-c", program], cwd=root, capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert "kgen.syntax.emit.scalar" in imported
    assert not SLOW & imported
