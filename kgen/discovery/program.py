"""What another program prints, without `subprocess`, whose import takes longer than git does to list a repository."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def printed_by(command: tuple[str, ...]) -> bytes | None:
    """What a command prints to standard output, given nothing to read; None where it fails or cannot be run."""
    if sys.platform == "win32":
        return _printed_on_windows(command)
    reader, writer = os.pipe()
    with open(reader, "rb") as output:
        try:
            process = os.posix_spawnp(command[0], command, os.environ, file_actions=list(_connections(writer)))
        except OSError:
            return None
        finally:
            os.close(writer)  # or the output never ends
        printed = output.read()
    _, status = os.waitpid(process, 0)
    return printed if status == 0 else None


def path_to(name: str) -> str:
    """The program to run for a name: Windows itself looks first in the folder stood in, which may be anybody's."""
    if sys.platform != "win32":
        return name
    return in_folders(f"{name}.exe", os.environ.get("PATH", "").split(os.pathsep)) or os.devnull


def in_folders(file: str, folders: Iterable[str]) -> str | None:
    """The first file of a name in some folders, None for none; one that is not absolute depends on where one stands."""
    paths = (os.path.join(folder, file) for folder in folders if os.path.isabs(folder))
    return next(filter(os.path.isfile, paths), None)


def _connections(writer: int) -> Iterator[tuple[int, int, int] | tuple[int, int, str, int, int]]:
    """How a process comes by its standard output, input and error; it inherits no other file."""
    yield os.POSIX_SPAWN_DUP2, writer, 1
    yield os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0
    yield os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0


def _printed_on_windows(command: tuple[str, ...]) -> bytes | None:
    import subprocess  # noqa: PLC0415 # see above

    try:
        run = (path_to(command[0]), *command[1:])
        ended = subprocess.run(run, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 # no shell
    except OSError:
        return None
    return None if ended.returncode else ended.stdout
