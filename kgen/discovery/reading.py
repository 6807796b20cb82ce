"""Reading one file of the repository without being led astray."""

import os
import stat
from pathlib import Path

# Between listing and opening a file may have become a link or a FIFO: neither is followed nor waited for.
_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def read_bytes(path: Path) -> bytes:
    """All bytes of a regular file; raise OSError for anything else."""
    with open(path, "rb", opener=_open_carefully) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "is not a regular file")
        return file.read()


def _open_carefully(path: str, flags: int) -> int:
    return os.open(path, flags | _CAREFULLY)
