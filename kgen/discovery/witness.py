"""What a run asks of the disk beside the files that are listed: what its result rests on."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path

from kgen.discovery.reading import read_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Witness:
    """`looked_at` is the state of each path when it was first looked at; a run that is not `repeatable` asked others.

    Whoever asks the disk for something other than a listed file calls `looked_at` before.
    """

    __slots__ = ("is_repeatable", "looked_at")

    def __init__(self) -> None:
        self.looked_at: dict[str, str] = {}
        self.is_repeatable = True


_present: ContextVar[Witness | None] = ContextVar("witness", default=None)


@contextmanager
def witnessing() -> Iterator[Witness]:
    """Note meanwhile what is looked at."""
    witness = Witness()
    before = _present.set(witness)
    try:
        yield witness
    finally:
        _present.reset(before)


def looked_at(path: str | os.PathLike[str]) -> None:
    """Note that a path is about to be looked at, or read."""
    witness = _present.get()
    if witness is None:
        return
    name = str(Path(path).absolute())
    if name not in witness.looked_at:
        witness.looked_at[name] = state_of(name)


def asked_elsewhere() -> None:
    """Note that something was asked that no state of files tells, such as another program."""
    witness = _present.get()
    if witness is not None:
        witness.is_repeatable = False


def state_of(path: str) -> str:
    """What is at a path, where links lead, and a digest of a regular file's content; empty for nothing."""
    try:
        os.lstat(path)  # most that is asked for in vain is not there, which is soon told
    except (OSError, ValueError):
        return ""
    try:
        mode = Path(path).stat().st_mode
        real = os.path.realpath(path)
        if stat.S_ISDIR(mode):
            return f"folder {real}"
        return f"file {real} {sha256(read_bytes(real)).hexdigest()}" if stat.S_ISREG(mode) else f"other {real}"
    except OSError:
        return "unreadable"
