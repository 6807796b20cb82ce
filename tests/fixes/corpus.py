"""Fixes made in public repositories, one at a time and all together."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from kgen.lint.fix.mend import Mended, mend
from kgen.repository import read
from kgen.syntax.source import Source
from tests.fixes.properties import CONFIG, Verdict, fixable, judged, lint, state_of
from tests.mutations.edit import apply
from tests.mutations.fault import Fault, Mutation
from tests.mutations.faults import planted_faults
from tests.mutations.healthy import Healthy, healthy
from tests.mutations.verdict import planted

CORPUS = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
IS_WHOLE = os.environ.get("KGEN_FIXES") == "all"

_SAMPLED_REPOSITORIES = 6
_LARGEST_IN_SAMPLE = 500_000  # bytes of YAML
_LARGEST_TO_BREAK = 2_000_000
_MOST_IN_SAMPLE = 1
_MOST_IN_WHOLE = 10


def folders() -> list[Path]:
    """The folders of the repositories; of a whole corpus, or of the sample that is always the same."""
    found = sorted(path for path in CORPUS.iterdir() if path.is_dir())
    if IS_WHOLE or len(found) <= _SAMPLED_REPOSITORIES:
        return found
    small = [folder for folder in found if _size(folder) <= _LARGEST_IN_SAMPLE]
    return Random("fixes").sample(small, min(_SAMPLED_REPOSITORIES, len(small)))


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.y*ml"))


def corpus_verdicts() -> Iterator[Verdict]:
    """Each fixable finding of the repositories, fixed alone."""
    for folder in folders():
        state = state_of(read(folder, CONFIG))
        yield from (judged(folder.name, state, finding)[0] for finding in fixable(state))


def mended_folders() -> Iterator[tuple[Path, Mended]]:
    """The repositories that have fixable findings, each with all of them fixed together in memory."""
    for folder in folders():
        state = state_of(read(folder, CONFIG))
        if fixable(state):
            yield folder, mend(state, lambda _finding: True, lint)


def mutation_verdicts() -> Iterator[tuple[Verdict, bool]]:
    """What fixes make of planted faults, and whether they give back the text that was there before."""
    most = _MOST_IN_WHOLE if IS_WHOLE else _MOST_IN_SAMPLE
    for folder in folders():
        if _size(folder) > _LARGEST_TO_BREAK:
            continue
        repository = read(folder, CONFIG)
        views = healthy(folder.name, repository)
        for fault in planted_faults():
            yield from mutations_fixed(fault, views, most)


def mutations_fixed(fault: Fault, views: Sequence[Healthy], most: int) -> Iterator[tuple[Verdict, bool]]:
    """Plant a fault in up to `most` places, one at a time, and fix what is found of it."""
    for mutation, view in planted(fault, views, most):
        yield from _fixed(view, mutation)


def _fixed(view: Healthy, mutation: Mutation) -> Iterator[tuple[Verdict, bool]]:
    known = {finding.fingerprint for finding in view.seen.findings}
    state = state_of(apply(mutation.edit, view.repository))
    for finding in fixable(state):
        if finding.fingerprint not in known:
            verdict, sources = judged(f"{view.name} {mutation.edit}", state, finding)
            yield verdict, _is_restored(mutation, sources)


def _is_restored(mutation: Mutation, sources: Sequence[Source]) -> bool:
    original = mutation.edit.source
    return any(each.path == original.path and each.data == original.data for each in sources)
