"""Where a run's configuration file is."""

import os

DEDICATED = (".kgen.yaml", ".kgen.yml")
SHARED = "pyproject.toml"


def config_file(start: str, environment_value: str | None) -> str | None:
    """The configuration file of a run that starts in folder `start`, or None.

    A non-empty `environment_value` (KGEN_CONFIG) is taken as it is. Else the first of `.kgen.yaml`,
    `.kgen.yml` and a `pyproject.toml` with `[tool.kgen]`, walking up to the repository root, the folder that
    holds `.git`; outside of any repository only in `start`. The path is relative if `start` is.
    """
    if environment_value:
        return environment_value
    folders = _up_to_repository_root(start)
    return next((found for found in map(_config_in, folders) if found is not None), None)


def repository_root(start: str) -> str | None:
    """The folder at or above `start` that holds `.git` (a folder, or a file in worktrees and submodules)."""
    folder = start
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.normpath(os.path.join(folder, os.pardir))
        if os.path.abspath(parent) == os.path.abspath(folder):
            return None
        folder = parent
    return folder


def _up_to_repository_root(start: str) -> list[str]:
    root = repository_root(start)
    folders = [start]
    while root is not None and folders[-1] != root:
        folders.append(os.path.normpath(os.path.join(folders[-1], os.pardir)))
    return folders


def _config_in(folder: str) -> str | None:
    for name in DEDICATED:
        path = os.path.normpath(os.path.join(folder, name))
        if os.path.isfile(path):
            return path
    path = os.path.normpath(os.path.join(folder, SHARED))
    return path if os.path.isfile(path) and _has_kgen_table(path) else None


def _has_kgen_table(path: str) -> bool:
    """Whether the file has a `[tool.kgen]` or `[tool.kgen.x]` header; tomllib would cost its import."""
    with open(path, encoding="utf-8", errors="replace") as lines:
        headers = (line.replace(" ", "") for line in lines if line.lstrip().startswith("["))
        return any(header.startswith(("[tool.kgen]", "[tool.kgen.")) for header in headers)
