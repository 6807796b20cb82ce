"""A folder of remembered texts: kept whole, bounded in size, and trusted only where nobody else can write."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from hashlib import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Bytes. A report of ten thousand findings has some 5 MB.
LARGEST_ENTRY = 16 * 2**20
LARGEST_STORE = 64 * 2**20
_SUFFIX = ".kgen-cache"
_DIGEST = 64  # hexadecimal digits of SHA-256
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Store:
    """Texts by key, a SHA-256 in hexadecimal digits, each in a file of its own.

    Nothing here raises for what is wrong with the disk: without a cache kgen is slower and says the same.
    """

    __slots__ = ("_room", "folder")

    def __init__(self, folder: Path, room: int = LARGEST_STORE) -> None:
        """`folder` is made when it is first written to; `room` is how many bytes it may hold."""
        self.folder = folder
        self._room = room

    def read(self, key: str) -> str | None:
        """What was written under the key; None for nothing, and for what is damaged or may be somebody else's."""
        if not self._is_own():
            return None
        try:
            data = self._file(key).read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # read-only: then nothing has to make room either
            os.utime(self._file(key))
        digest, body = data[:_DIGEST], data[_DIGEST:]
        return body.decode() if sha256(body).hexdigest().encode() == digest else None

    def write(self, key: str, text: str) -> None:
        """Remember a text, unless it is too large; what was not read for the longest time makes room for it."""
        body = text.encode()
        if len(body) > LARGEST_ENTRY:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._is_own():
                self._put(self._file(key), sha256(body).hexdigest().encode() + body)
                self._make_room()

    def clean(self) -> int:
        """Forget everything and return how many bytes that was; files that are not the cache's stay."""
        forgotten = 0
        for path, status in self._entries() if self._is_own() else ():
            with suppress(OSError):
                path.unlink()
                forgotten += status.st_size
        with suppress(OSError):
            self.folder.rmdir()
        return forgotten

    def size(self) -> tuple[int, int]:
        """How many entries there are and how many bytes they have."""
        sizes = [status.st_size for _, status in self._entries()]
        return len(sizes), sum(sizes)

    def _is_own(self) -> bool:
        """Whether the folder is this user's alone to write to; Windows keeps a user's folders by itself."""
        try:
            status = self.folder.lstat()
        except OSError:
            return False
        if not stat.S_ISDIR(status.st_mode):
            return False
        return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE)

    def _file(self, key: str) -> Path:
        return self.folder / (key + _SUFFIX)

    def _put(self, file: Path, data: bytes) -> None:
        """Write beside and put into place, so that two runs at once end with one whole entry."""
        beside = file.with_name(f"{file.name}.{os.urandom(4).hex()}{_SUFFIX}")
        try:
            with beside.open("xb") as stream:
                stream.write(data)
            beside.replace(file)
        except OSError:
            beside.unlink(missing_ok=True)
            raise

    def _make_room(self) -> None:
        oldest_last = sorted(self._entries(), key=lambda entry: entry[1].st_mtime_ns, reverse=True)
        total = 0
        for path, status in oldest_last:
            total += status.st_size
            if total > self._room:
                path.unlink(missing_ok=True)

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        try:
            files = [path for path in self.folder.iterdir() if path.name.endswith(_SUFFIX)]
        except OSError:
            return
        for path in files:
            with suppress(OSError):  # another run was quicker to remove it
                yield path, path.lstat()
