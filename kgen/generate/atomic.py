"""Writing a file so that a reader sees the old content or the new, never a part of it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from kgen.errors import KgenError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def write_atomically(path: str, text: str) -> None:
    """Write UTF-8 with the line ends of `text` to a file beside `path`, then put that in its place.

    The folder must exist. A file that is replaced keeps its mode; a link is replaced, not followed. Raise
    KgenError where the folder cannot be written to.
    """
    target = Path(path)
    kept = target.is_file() and not target.is_symlink()
    _put(target, text.encode("utf-8", "surrogateescape"), [_copy_mode] if kept else [])


def replace_atomically(path: str, data: bytes) -> None:
    """Put other bytes into a regular file, which keeps mode and owner; raise KgenError where that fails."""
    _put(Path(path), data, [_copy_owner, _copy_mode])


def _put(target: Path, data: bytes, copies: Sequence[Callable[[Path, Path], None]]) -> None:
    beside = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
    try:
        _write_new(beside, data, _for_the_owner if copies else None)
        for copy in copies:
            copy(target, beside)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):  # a read-only file system refuses this as well
            beside.chmod(0o600)  # or Windows keeps what has the mode of a file that may not be written
            beside.unlink(missing_ok=True)
        raise KgenError(f"cannot write `{target.as_posix()}`: {error.strerror}") from None


def _write_new(path: Path, data: bytes, opener: Callable[[str, int], int] | None) -> None:
    with open(path, "xb", opener=opener) as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _for_the_owner(path: str, flags: int) -> int:
    """Open a file that nobody else can read until it has the mode of the one it replaces."""
    return os.open(path, flags, 0o600)


def _copy_mode(file: Path, copy: Path) -> None:
    copy.chmod(S_IMODE(file.stat().st_mode))


def _copy_owner(file: Path, copy: Path) -> None:
    """Give a copy the owner and group of a file, which only an administrator may where they are others; POSIX."""
    wanted, given = file.stat(), copy.stat()
    if (wanted.st_uid, wanted.st_gid) != (given.st_uid, given.st_gid):
        os.chown(copy, wanted.st_uid, wanted.st_gid)
