"""Counts of golden rows, printed at the end of the run."""

from collections import Counter

import pytest

COUNTS = pytest.StashKey[dict[str, Counter[str]]]()


@pytest.fixture(scope="session")
def golden_counts(pytestconfig: pytest.Config) -> dict[str, Counter[str]]:
    """Equal rows by golden file and family."""
    return pytestconfig.stash.setdefault(COUNTS, {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many rows were equal."""
    for label, counts in sorted(config.stash.get(COUNTS, {}).items()):
        families = ", ".join(f"{family} {count}" for family, count in sorted(counts.items()))
        terminalreporter.write_line(f"golden rows equal: {label}: {counts.total()} ({families})")
