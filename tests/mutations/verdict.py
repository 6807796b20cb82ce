"""Planting faults, and what kgen says of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from kgen.lint.finding import Finding
from tests.mutations.edit import apply
from tests.mutations.fault import Fault, Mutation
from tests.mutations.healthy import Healthy, look_at, names


@dataclass(frozen=True, slots=True)
class Verdict:
    """One planted fault: `answers` is the finding that tells of it, `strays` the other new ones.

    `doubts` are the reasons for which references became unverifiable.
    """

    fault: str
    planted: str
    answers: tuple[str, ...]
    strays: tuple[str, ...]
    doubts: tuple[str, ...]


def verdicts(fault: Fault, repository: Healthy, most: int) -> Iterator[Verdict]:
    """Plant a fault in up to `most` places of a repository, one at a time; the choice is always the same."""
    possible = [each for each in fault.plant(repository) if not any(map(repository.is_blamed, each.participants))]
    chosen = Random(f"{fault.name} in {repository.name}").sample(possible, min(most, len(possible)))
    return (_verdict(fault, mutation, repository) for mutation in chosen)


def _verdict(fault: Fault, mutation: Mutation, repository: Healthy) -> Verdict:
    known = {finding.fingerprint for finding in repository.seen.findings}
    seen = look_at(apply(mutation.edit, repository.repository))
    new = [finding for finding in seen.findings if finding.fingerprint not in known]
    answers = [each for each in new if each.rule in fault.rules and _names_a_line(each, mutation)][:1]
    readers = [each for each in new if each.rule in fault.of_readers and _names_a_participant(each, mutation)]
    return Verdict(
        fault=fault.name,
        planted=f"{repository.name}: {mutation.edit}",
        answers=tuple(map(_text, answers)),
        strays=tuple(_text(each) for each in new if each not in answers + readers),
        doubts=tuple(seen.doubts - repository.seen.doubts),
    )


def _names_a_line(finding: Finding, mutation: Mutation) -> bool:
    return any((place.path, place.span.line) in mutation.lines for place in finding.places)


def _names_a_participant(finding: Finding, mutation: Mutation) -> bool:
    return any(names(finding, resource) for resource in mutation.participants)


def _text(finding: Finding) -> str:
    return f"{finding.place.path}:{finding.place.span.line} {finding.rule}: {finding.message}"
