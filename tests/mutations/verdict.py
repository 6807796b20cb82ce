"""Planting faults, and what kgen says of them."""

from collections.abc import Iterator, Sequence
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


def verdicts(fault: Fault, views: Sequence[Healthy], most: int) -> Iterator[Verdict]:
    """Plant a fault in up to `most` places of a repository, one at a time."""
    return (_verdict(fault, *each) for each in planted(fault, views, most))


def planted(fault: Fault, views: Sequence[Healthy], most: int) -> list[tuple[Mutation, Healthy]]:
    """Up to `most` places to plant a fault in, each with what shows it; the choice is always the same.

    `views` are the repository as it is written and as its units render it, which may show one place many times. Files
    that kustomizations read and that hold no objects by themselves are left alone.
    """
    files = {document.source.path for document in views[0].repository.documents}
    possible = {
        (mutation.edit.source.path, mutation.edit.start): (mutation, view)
        for view in views
        for mutation in fault.plant(view)
        if mutation.edit.source.path in files and not any(map(view.is_blamed, mutation.participants))
    }
    chosen = Random(f"{fault.name} in {views[0].name}").sample(sorted(possible), min(most, len(possible)))
    return [possible[place] for place in chosen]


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
