"""How many planted faults were caught, printed at the end of the run."""

from collections import Counter

import pytest

from tests.mutations.corpus import CORPUS, corpus_verdicts
from tests.mutations.faults import FAULTS
from tests.mutations.verdict import Verdict

VERDICTS = pytest.StashKey[dict[str, list[Verdict]]]()


@pytest.fixture(scope="session")
def recorded(pytestconfig: pytest.Config) -> dict[str, list[Verdict]]:
    """What was planted so far, by where."""
    return pytestconfig.stash.setdefault(VERDICTS, {"made": [], "public": []})


@pytest.fixture(scope="session")
def public(recorded: dict[str, list[Verdict]]) -> list[Verdict]:
    """Every fault planted in public repositories."""
    if not CORPUS.is_dir():
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")
    recorded["public"] += corpus_verdicts()
    return recorded["public"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many of each fault were planted, caught, and answered by something else as well."""
    for where, found in config.stash.get(VERDICTS, {}).items():
        if not found:
            continue
        planted = Counter(each.fault for each in found)
        caught = Counter(each.fault for each in found if each.answers)
        strays = Counter(each.fault for each in found if each.strays)
        terminalreporter.write_line(f"faults caught of those planted in {where} repositories, and other new findings:")
        for name in (*(fault.name for fault in FAULTS if planted[fault.name]), ""):
            numbers = [counts[name] if name else counts.total() for counts in (caught, planted, strays)]
            terminalreporter.write_line(f"  {name or 'all':28} {numbers[0]:5} /{numbers[1]:5} {numbers[2]:5}")
