"""What discovery gives."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A path that could not be read or is not for reading; `reason` completes the sentence `PATH ...`."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Discovered:
    """The manifest files of a repository: paths relative to `root`, with `/`, sorted."""

    root: Path
    files: tuple[str, ...] = ()
    problems: tuple[Unreadable, ...] = ()
