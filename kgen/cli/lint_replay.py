"""`kgen lint` where nothing has changed since it ran: what it printed then, without reading anything again."""

from __future__ import annotations

from time import perf_counter

from kgen.cache.run import kept_run, with_time
from kgen.cli.cache_place import run_key, store_for
from kgen.cli.stdio import err, out


def main(argv: list[str]) -> int:
    """Print again what is known and still holds, else lint; return the exit code."""
    code = _replayed(argv)
    if code is not None:
        return code
    from kgen.cli.collector import collector_paused  # noqa: PLC0415 # imports what a replay does without

    with collector_paused():
        from kgen.cli.lint import main as lint  # noqa: PLC0415 # most of what a small run takes

        return lint(argv)


def _replayed(argv: list[str]) -> int | None:
    started = perf_counter()
    store = store_for(argv)
    text = None if store is None else store.read(run_key(argv))
    run = None if text is None else kept_run(text)
    if run is None or not run.is_current():
        return None
    seconds = perf_counter() - started
    out(with_time(run.output, seconds))
    err(with_time(run.error, seconds))
    return run.code
