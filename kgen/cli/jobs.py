"""How many processes work at once."""

from __future__ import annotations

import os

from kgen.errors import KgenError

_VARIABLE = "KGEN_JOBS"
_MOST = 4  # what cannot be shared among processes takes half of the time by then


def jobs() -> int:
    """`KGEN_JOBS`, else as many as there are processors for this process, at most four; KgenError for no number."""
    wanted = os.environ.get(_VARIABLE, "")
    if not wanted:
        return min(_processors(), _MOST)
    if not wanted.isascii() or not wanted.isdigit() or int(wanted) < 1:
        raise KgenError(f"{_VARIABLE}: `{wanted}` is not a number of processes", "write 1 or more")
    return int(wanted)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
