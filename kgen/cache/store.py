"""A folder of remembered texts: kept whole, bounded in size, and trusted only where nobody else can write."""

from __future__ import annotations

import os
import stat
from hashlib import sha256

from kgen.discovery.reading import read_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Bytes. A report of ten thousand findings has some 5 MB.
LARGEST_ENTRY = 16 * 2**20
LARGEST_STORE = 64 * 2**20
_SUFFIX = ".kgen-cache"
_DIGEST = 64  # hexadecimal digits of SHA-256
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_ENCODING = ("utf-8", "surrogatepass")  # lone surrogates stand for bytes of names that are no UTF-8


class Store:
    """Texts by key, a SHA-256 in hexadecimal digits, each in a file of its own.

    Nothing here raises for what is wrong with the disk: without a cache kgen is slower and says the same.
    """

    __slots__ = ("_room", "folder")

    def __init__(self, folder: str | os.PathLike[str], room: int = LARGEST_STORE) -> None:
        """`folder` is made when it is first written to; `room` is how many bytes it may hold."""
        self.folder = os.fspath(folder)
        self._room = room

    def read(self, key: str) -> str | None:
        """What was written under the key; None for nothing, and for what is damaged or may be somebody else's."""
        if not self._is_own():
            return None
        try:
            data = read_bytes(self._file(key))  # which neither follows a link nor waits for a FIFO
        except OSError:
            return None
        self._note_use(key)
        digest, body = data[:_DIGEST], data[_DIGEST:]
        return body.decode(*_ENCODING) if sha256(body).hexdigest().encode() == digest else None

    def write(self, key: str, text: str) -> None:
        """Remember a text, unless it is too large; what was not read for the longest time makes room for it."""
        body = text.encode(*_ENCODING)
        if len(body) > LARGEST_ENTRY:
            return
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            if self._is_own():
                _put(self._file(key), sha256(body).hexdigest().encode() + body)
                self._make_room()
        except OSError:
            return

    def clean(self) -> int:
        """Forget everything and return how many bytes that was; files that are not the cache's stay."""
        if not self._is_own():
            return 0
        forgotten = sum(status.st_size for path, status in self._entries() if _is_removed(path))
        try:
            os.rmdir(self.folder)
        except OSError:
            return forgotten  # something else is there
        return forgotten

    def size(self) -> tuple[int, int]:
        """How many entries there are and how many bytes they have."""
        sizes = [status.st_size for _, status in self._entries()]
        return len(sizes), sum(sizes)

    def _is_own(self) -> bool:
        """Whether the folder is this user's alone to write to; Windows keeps a user's folders by itself."""
        try:
            status = os.lstat(self.folder)
        except OSError:
            return False
        if not stat.S_ISDIR(status.st_mode):
            return False
        return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE)

    def _file(self, key: str) -> str:
        return os.path.join(self.folder, key + _SUFFIX)

    def _note_use(self, key: str) -> None:
        try:
            os.utime(self._file(key))
        except OSError:
            return  # read-only: then nothing has to make room either

    def _make_room(self) -> None:
        oldest_last = sorted(self._entries(), key=lambda entry: entry[1].st_mtime_ns, reverse=True)
        total = 0
        for path, status in oldest_last:
            total += status.st_size
            if total > self._room:
                _is_removed(path)

    def _entries(self) -> Iterator[tuple[str, os.stat_result]]:
        try:
            paths = [os.path.join(self.folder, name) for name in os.listdir(self.folder) if name.endswith(_SUFFIX)]
        except OSError:
            return
        for path in paths:
            try:
                status = os.lstat(path)
            except OSError:
                continue  # another run was quicker to remove it
            yield path, status


def _put(file: str, data: bytes) -> None:
    """Write beside and put into place, so that two runs at once end with one whole entry."""
    beside = f"{file}.{os.urandom(4).hex()}{_SUFFIX}"
    try:
        with open(beside, "xb") as stream:
            stream.write(data)
        os.replace(beside, file)
    except OSError:
        _is_removed(beside)
        raise


def _is_removed(path: str) -> bool:
    """Remove a file, and tell whether that went well."""
    try:
        os.unlink(path)
    except OSError:
        return False
    return True
