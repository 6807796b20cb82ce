"""What discovery gives."""

from pathlib import Path

from kgen.record import record


@record
class Unreadable:
    """A path that could not be read or is not for reading; `reason` completes the sentence `PATH ...`."""

    path: str
    reason: str


@record
class Discovered:
    """The manifest files of a repository: paths relative to `root`, with `/`, sorted."""

    root: Path
    files: tuple[str, ...] = ()
    problems: tuple[Unreadable, ...] = ()
