"""Writing a file so that a reader sees the old content or the new, never a part of it."""

import os
import shutil
from pathlib import Path

from kgen.errors import KgenError


def write_atomically(path: str, text: str) -> None:
    """Write UTF-8 with the line ends of `text` to a file beside `path`, then put that in its place.

    The folder must exist. A file that is replaced keeps its mode; a link is replaced, not followed. Raise
    KgenError where the folder cannot be written to.
    """
    target = Path(path)
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
    try:
        _write_new(beside, text.encode("utf-8", "surrogateescape"))
        if target.is_file() and not target.is_symlink():
            shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise KgenError(f"cannot write `{target.as_posix()}`: {error.strerror}") from None


def _write_new(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
