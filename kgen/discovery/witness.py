"""What a run asks of the disk beside the files that are listed: what its result rests on."""

from __future__ import annotations

import os
import stat
from contextvars import ContextVar
from hashlib import sha256

from kgen.discovery.reading import read_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgen.discovery.listing import Listing


class Witness:
    """`looked_at` is the state of each path when it was first looked at; a run that is not `repeatable` asked others.

    Whoever asks the disk for something other than a listed file calls `looked_at` before. In a `with` statement it
    notes what is looked at meanwhile. `listings` are the listings of repositories by where they started.
    """

    __slots__ = ("_before", "is_repeatable", "listings", "looked_at")

    def __init__(self) -> None:
        self.listings: dict[str, Listing] = {}
        self.looked_at: dict[str, str] = {}
        self.is_repeatable = True

    def __enter__(self) -> Witness:
        self._before = _present.set(self)
        return self

    def __exit__(self, *_error: object) -> None:
        _present.reset(self._before)


_present: ContextVar[Witness | None] = ContextVar("witness", default=None)


def looked_at(path: str | os.PathLike[str]) -> None:
    """Note that a path is about to be looked at, or read."""
    witness = _present.get()
    if witness is None:
        return
    name = os.fspath(path) if os.path.isabs(path) else os.path.join(os.getcwd(), path)
    if name not in witness.looked_at:
        witness.looked_at[name] = state_of(name)


def listed(start: str, found: Listing) -> None:
    """Note what a listing that started in a folder has found."""
    witness = _present.get()
    if witness is not None:
        witness.listings[start] = found


def also_looked_at(states: Mapping[str, str]) -> None:
    """Note what somebody else has noted."""
    witness = _present.get()
    if witness is not None:
        for name, state in states.items():
            witness.looked_at.setdefault(name, state)


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
        mode = os.stat(path).st_mode
        real = os.path.realpath(path)
        if stat.S_ISDIR(mode):
            return f"folder {real}"
        return f"file {real} {sha256(read_bytes(real)).hexdigest()}" if stat.S_ISREG(mode) else f"other {real}"
    except OSError:
        return "unreadable"
