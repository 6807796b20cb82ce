"""The state of a repository's manifests as one digest."""

from __future__ import annotations

from hashlib import sha256

from kgen.discovery.reading import read_bytes
from kgen.discovery.witness import state_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgen.discovery.listing import Listing

_NOTHING: dict[str, bytes] = {}


def tree_digest(listed: Listing, known: Mapping[str, bytes] = _NOTHING) -> str:
    """A digest of which manifest files a repository has and what is in them.

    `known` are contents, by path from the repository's root, to be taken in place of those on disk.
    """
    top, paths, problems = listed
    # One digest over all: that every file's own has one length keeps the parts apart.
    whole = sha256(top.encode("utf-8", "surrogateescape"))
    for problem in sorted(problems, key=lambda each: each.path):
        whole.update(_digest(f"{problem.path} {problem.reason}".encode("utf-8", "surrogateescape")))
    for path in paths:
        whole.update(_digest(path.encode("utf-8", "surrogateescape")))
        data = known.get(path)
        whole.update(_state(f"{top}/{path}") if data is None else _digest(data))
    return whole.hexdigest()


def _state(path: str) -> bytes:
    try:
        return _digest(read_bytes(path))
    except OSError:  # a link, a FIFO, a file that went away
        return _digest(state_of(path).encode("utf-8", "surrogateescape"))


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()
