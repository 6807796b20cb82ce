"""A bug in kgen: a traceback with what a report needs."""

from __future__ import annotations

import platform
import sys
import traceback

from kgen import __version__
from kgen.cli.stdio import err


def report() -> int:
    """Print the exception being handled with versions to paste into an issue; returns exit code 3."""
    err("kgen: internal error, which is a bug in kgen; please report it with the lines below\n\n")
    err(f"kgen {__version__}, Python {platform.python_version()} on {sys.platform}\n")
    err(traceback.format_exc())
    return 3
