"""`kgen lint` where nothing has changed since it ran: what it printed then, without reading anything again."""

from __future__ import annotations

from time import perf_counter

from kgen.cache.run import kept_run, with_time
from kgen.cli.cache_place import slot_for
from kgen.cli.stdio import err, out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.cache_place import Slot


def main(argv: list[str]) -> int:
    """Print again what is known and still holds, else lint; return the exit code."""
    slot = slot_for(argv)
    code = None if slot is None else _replayed(slot)
    if code is not None:
        return code
    from kgen.cli.lint import main as lint  # noqa: PLC0415 # most of what a small run takes, which a replay does without

    return lint(argv, slot)


def _replayed(slot: Slot) -> int | None:
    started = perf_counter()
    text = slot.read()
    run = None if text is None else kept_run(text)
    if run is None or not run.is_current():
        return None
    seconds = perf_counter() - started
    out(with_time(run.output, seconds))
    err(with_time(run.error, seconds))
    return run.code
