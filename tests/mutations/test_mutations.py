"""One mistake in a healthy repository is reported, where it is, and nothing else.

Each mutation plants one fault by editing one value, whose references were verified before, and lints the repository
again with the rules that run by default. KGEN_CORPUS (default ../shared/corpus) names a folder of public repositories;
KGEN_MUTATIONS=all plants up to ten of each fault in every one of them, which takes minutes, instead of two of each in
a sample. The counts are printed at the end of the run.
"""

import pytest

from tests.mutations.corpus import IS_WHOLE
from tests.mutations.fault import Fault
from tests.mutations.faults import FAULTS, planted_faults
from tests.mutations.made import NAMES, made
from tests.mutations.verdict import Verdict, verdicts

every_fault = pytest.mark.parametrize("fault", [pytest.param(fault, id=fault.name) for fault in FAULTS])


def skip_unanswered(fault: Fault) -> None:
    """Leave out a fault that no rule answers yet."""
    if fault not in planted_faults():
        pytest.skip(f"there is no rule {' or '.join(fault.rules)}")


def missed(found: list[Verdict]) -> list[str]:
    """What was planted and not told of, with the reasons that kgen has."""
    return [f"{each.fault} in {each.planted} {'; '.join(each.doubts)}" for each in found if not each.answers]


def strays(found: list[Verdict]) -> list[str]:
    """What was reported beside what was planted."""
    return [f"{each.fault} in {each.planted}: {stray}" for each in found for stray in each.strays]


@pytest.mark.parametrize("name", NAMES)
def test_made_repositories_are_healthy(name: str) -> None:
    assert made(name)[0].seen.findings == ()


@every_fault
@pytest.mark.parametrize("name", NAMES)
def test_faults_of_made_repositories_are_told_alone(
    name: str, fault: Fault, recorded: dict[str, list[Verdict]]
) -> None:
    skip_unanswered(fault)
    found = list(verdicts(fault, made(name), most=10))
    recorded["made"] += found
    assert found
    assert missed(found) == []
    assert strays(found) == []


@every_fault
def test_most_faults_of_one_kind_are_caught(fault: Fault, public: list[Verdict]) -> None:
    skip_unanswered(fault)
    found = [each for each in public if each.fault == fault.name]
    misses = missed(found)
    assert len(misses) <= 0.1 * len(found) + 1, "\n".join(misses)


def test_nearly_all_faults_are_caught(public: list[Verdict]) -> None:
    misses = missed(public)
    assert len(misses) <= 0.05 * len(public), "\n".join(misses)


def test_nothing_else_is_reported(public: list[Verdict]) -> None:
    found = strays(public)
    assert found == [], "\n".join(found)


@pytest.mark.skipif(not IS_WHOLE, reason="only a sample is run: set KGEN_MUTATIONS=all")
def test_there_is_enough_to_tell(public: list[Verdict]) -> None:
    assert len(public) >= 500
