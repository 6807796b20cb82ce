"""`python -m tests.fuzz SECONDS`: every fuzz test over and over until the time is up, and what that found."""

import faulthandler
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import cycle
from pathlib import Path
from time import monotonic

from hypothesis import HealthCheck, settings

from tests.fuzz import oracle

_HANGS = 300  # seconds; a round of one test takes some ten


class HungError(BaseException):
    """No Exception, or hypothesis would look for a shorter input that hangs as well."""


def main(seconds: float) -> int:
    """Run and print; returns 1 where anything was found."""
    settings.register_profile("fuzz", database=None, deadline=None, suppress_health_check=list(HealthCheck))
    settings.load_profile("fuzz")
    end = monotonic() + seconds
    rounds, executions, finds = Counter[str](), Counter[str](), Counter[str]()
    for name, test in cycle(list(_tests())):
        if monotonic() > end:
            break
        _watch()
        before = oracle.executions
        rounds[name] += 1
        try:
            test()
        except (Exception, HungError):
            finds[name] += 1
            print(f"\n== {name}\n{traceback.format_exc()}", flush=True)
        executions[name] += oracle.executions - before
    for name, number in sorted(rounds.items()):
        print(f"{name:50}{number:6} rounds{executions[name]:9} executions{finds[name]:5} of the rounds found something")
    print(f"{oracle.executions} executions in {rounds.total()} rounds, {finds.total()} of which found something")
    return int(finds.total() > 0)


def _watch() -> None:
    """Interrupt a round that hangs; where the system cannot, or it does not heed that, end everything."""
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _interrupt)
        signal.alarm(_HANGS)
    faulthandler.dump_traceback_later(2 * _HANGS, exit=True)


def _interrupt(*_: object) -> None:
    raise HungError


def _tests() -> Iterator[tuple[str, Callable[[], None]]]:
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        module = import_module(f"tests.fuzz.{path.stem}")
        for name, test in vars(module).items():
            if name.startswith("test_"):
                yield f"{path.stem}.{name}", test


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
