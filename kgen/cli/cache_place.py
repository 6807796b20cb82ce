"""Where the cache is, and what a run is remembered by; imported before anything that takes long to import."""

from __future__ import annotations

import os
import sys
from hashlib import sha256

from kgen import __version__
from kgen.cache.store import Store
from kgen.config.find import config_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER_FLAG = "--cache-dir"
OFF_FLAG = "--no-cache"
_FOLDER_VARIABLE = "KGEN_CACHE_DIR"
_OFF_VARIABLE = "KGEN_NO_CACHE"
# What besides KGEN_* decides on what is printed: colours, paths for services, and where helm is found.
_VARIABLES = frozenset(
    {"NO_COLOR", "FORCE_COLOR", "TERM", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "PATH", "HOME", "XDG_CONFIG_HOME"}
)


def store_for(argv: list[str]) -> Store | None:
    """The cache that a command line asks for; None for none, and where there is no place for it."""
    if OFF_FLAG in argv or os.environ.get(_OFF_VARIABLE):
        return None
    folder = _from_flag(argv) or os.environ.get(_FOLDER_VARIABLE) or _folder_of_user()
    return None if folder is None else Store(folder)


class Slot:
    """Where in the cache one run is remembered."""

    __slots__ = ("_key", "_store")

    def __init__(self, store: Store, key: str) -> None:
        self._store = store
        self._key = key

    def read(self) -> str | None:
        """What is remembered, None for nothing that can be trusted."""
        return self._store.read(self._key)

    def write(self, text: str) -> None:
        """Remember a text in place of what was there."""
        self._store.write(self._key, text)


def slot_for(argv: list[str]) -> Slot | None:
    """Where a run with this command line is remembered, None where there is no cache."""
    store = store_for(argv)
    return None if store is None else Slot(store, _run_key(argv))


def _run_key(argv: list[str]) -> str:
    """What decides, besides files of the repository, on what a command line prints."""
    deciding = {name: value for name, value in os.environ.items() if name in _VARIABLES or name.startswith("KGEN_")}
    known = [
        __version__,
        sys.version,
        argv,
        os.getcwd(),
        sorted(deciding.items()),
        sys.stdout.isatty(),
        config_file(".", os.environ.get("KGEN_CONFIG")),
        list(_own_files()),
    ]
    return sha256(repr(known).encode()).hexdigest()


def _from_flag(argv: list[str]) -> str | None:
    for index, argument in enumerate(argv):
        if argument.startswith(f"{FOLDER_FLAG}="):
            return argument.partition("=")[2]
        if argument == FOLDER_FLAG:
            return next(iter(argv[index + 1 :]), None)
    return None


def _folder_of_user() -> str | None:
    """`$XDG_CACHE_HOME/kgen` (XDG Base Directory Specification, which takes no relative path), `~/.cache/kgen`."""
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if os.path.isabs(base):
        return os.path.join(base, "kgen")
    home = os.path.expanduser("~")
    return os.path.join(home, ".cache", "kgen") if os.path.isabs(home) else None


def _own_files() -> Iterator[tuple[str, int, int]]:
    """kgen itself and the folders it imports from: what is edited or upgraded must not repeat old answers."""
    package = os.path.dirname(os.path.dirname(__file__))
    tables = os.path.join(os.path.dirname(package), "schemas")  # in a checkout; else they are in the package
    pending = [package, tables] if os.path.isdir(tables) else [package]
    while pending:
        folder = pending.pop()
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.is_dir():
                    pending += [] if entry.name == "__pycache__" else [entry.path]
                else:
                    status = entry.stat()
                    yield entry.path, status.st_size, status.st_mtime_ns
    for folder in sys.path:
        if os.path.isdir(folder):
            yield folder, 0, os.stat(folder).st_mtime_ns
