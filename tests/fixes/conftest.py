"""How many fixes were made, printed at the end of the run."""

from collections import Counter

import pytest

from tests.fixes.corpus import CORPUS, corpus_verdicts, mutation_verdicts
from tests.fixes.properties import Verdict

VERDICTS = pytest.StashKey[dict[str, list[Verdict]]]()
RESTORED = pytest.StashKey[Counter[str]]()


@pytest.fixture(scope="session")
def recorded(pytestconfig: pytest.Config) -> dict[str, list[Verdict]]:
    """What was fixed so far, by what it was."""
    return pytestconfig.stash.setdefault(VERDICTS, {})


@pytest.fixture(scope="session")
def restored(pytestconfig: pytest.Config) -> Counter[str]:
    """How many fixes of each rule gave back what was there before a fault was planted."""
    return pytestconfig.stash.setdefault(RESTORED, Counter())


def _skip_without_corpus() -> None:
    if not CORPUS.is_dir():
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")


@pytest.fixture(scope="session")
def public(recorded: dict[str, list[Verdict]]) -> list[Verdict]:
    """Every fixable finding of public repositories, fixed alone."""
    _skip_without_corpus()
    return recorded.setdefault("findings of public repositories", list(corpus_verdicts()))


@pytest.fixture(scope="session")
def planted(recorded: dict[str, list[Verdict]], restored: Counter[str]) -> list[Verdict]:
    """Every fixable finding of a fault planted in public repositories, fixed alone."""
    _skip_without_corpus()
    found = list(mutation_verdicts())
    restored.update(verdict.rule for verdict, is_restored in found if is_restored)
    return recorded.setdefault("faults planted in public repositories", [verdict for verdict, _ in found])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many fixes of each rule were made, and refused."""
    for what, found in config.stash.get(VERDICTS, {}).items():
        terminalreporter.write_line(f"fixes made of {what}, refused, and (of faults) those that restored the original:")
        made = Counter(each.rule for each in found if not each.refused)
        refused = Counter(each.rule for each in found if each.refused)
        again = config.stash.get(RESTORED, Counter()) if what.startswith("faults") else Counter[str]()
        for rule in (*sorted({each.rule for each in found}), ""):
            numbers = [counts[rule] if rule else counts.total() for counts in (made, refused, again)]
            terminalreporter.write_line(f"  {rule or 'all':34} {numbers[0]:5} {numbers[1]:5} {numbers[2]:5}")
