"""`-f`: which files kubectl reads for a name on its command line."""

from __future__ import annotations

import os

from kgen.errors import KgenError, KubectlError
from kgen.syntax.golang import quote

STDIN = "STDIN"  # what kubectl calls standard input in its messages
_EXTENSIONS = (".json", ".yaml", ".yml")


def manifest_files(name: str, recursive: bool) -> list[str]:
    """The files that one `-f` names: itself, what is in a folder, what a pattern matches; STDIN for `-`.

    Raises KubectlError for what is not there, KgenError for a URL.
    """
    if name == "-":
        return [STDIN]
    if name.startswith(("http://", "https://")):
        raise KgenError(f"`{name}` is a URL, and kgen never contacts the network", "download the manifest first")
    return [path for match in _matches(name) for path in _files(match, recursive)]


def _matches(name: str) -> list[str]:
    try:
        os.stat(name)
    except FileNotFoundError:
        return _matching(name)
    except OSError as error:
        raise KubectlError(f"the path {quote(name)} cannot be accessed: stat {name}: {reason(error)}") from None
    return [name]


def _matching(pattern: str) -> list[str]:
    from glob import glob  # noqa: PLC0415 # the shell leaves few patterns to kgen

    matches = sorted(glob(pattern, include_hidden=True))
    if not matches:
        raise KubectlError(f"the path {quote(pattern)} does not exist")
    return matches


def _files(path: str, recursive: bool) -> list[str]:
    """The file, or the manifests inside the folder in the order of Go's filepath.Walk, which follows no links."""
    if os.path.islink(path) or not os.path.isdir(path):
        return [path]
    found = []
    for name in _names(path):
        inside = os.path.normpath(os.path.join(path, name))
        if not os.path.islink(inside) and os.path.isdir(inside):
            found += _files(inside, recursive) if recursive else []
        elif name.endswith(_EXTENSIONS):
            found.append(inside)
    return found


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError as error:
        raise KubectlError(f"error reading {quote(folder)}: open {folder}: {reason(error)}") from None


def reason(error: OSError) -> str:
    """Why the system refused, in Go's lower case."""
    return (error.strerror or str(error)).lower()
