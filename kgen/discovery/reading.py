"""Reading one file of the repository without being led astray."""

import os
import stat

# Between listing and opening a file may have become a link or a FIFO: neither is followed nor waited for.
_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)  # or Windows changes line ends


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """All bytes of a regular file; raise OSError for anything else."""
    # Without a file object, which would take as long to make as the file to read.
    descriptor = os.open(path, os.O_RDONLY | _BINARY | _CAREFULLY)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "is not a regular file")
        return _read(descriptor, status.st_size)
    finally:
        os.close(descriptor)


def _read(descriptor: int, size: int) -> bytes:
    """Read to the end, which is mostly where the size said."""
    data = os.read(descriptor, size + 1)
    if len(data) == size:
        return data
    pieces = [data]
    while pieces[-1]:
        pieces.append(os.read(descriptor, size + 1))
    return b"".join(pieces)
