"""Python's cyclic garbage collector, out of the way of a run that keeps nearly all it makes."""

from __future__ import annotations

import gc
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_paused() -> Iterator[None]:
    """Collect no cycles meanwhile: looking again and again at what was imported and read takes a third of the time.

    That stays to the end, and without cycles: the peak of memory is the same.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
