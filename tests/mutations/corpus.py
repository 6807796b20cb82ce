"""The public repositories that faults are planted in."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

from kgen.repository import read
from tests.mutations.faults import planted_faults
from tests.mutations.healthy import CONFIG, healthy
from tests.mutations.verdict import Verdict, verdicts

CORPUS = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
IS_WHOLE = os.environ.get("KGEN_MUTATIONS") == "all"

_SAMPLED_REPOSITORIES = 16
_MOST_IN_SAMPLE = 2
_MOST_IN_WHOLE = 10


def corpus_verdicts() -> Iterator[Verdict]:
    """Plant every fault in every repository of the run."""
    most = _MOST_IN_WHOLE if IS_WHOLE else _MOST_IN_SAMPLE
    for folder in _folders():
        views = healthy(folder.name, read(folder, CONFIG))
        for fault in planted_faults():
            yield from verdicts(fault, views, most)


def _folders() -> list[Path]:
    """The folders of the repositories; of a whole corpus, or of the sample that is always the same."""
    folders = sorted(path for path in CORPUS.iterdir() if path.is_dir())
    if IS_WHOLE or len(folders) <= _SAMPLED_REPOSITORIES:
        return folders
    return Random("repositories").sample(folders, _SAMPLED_REPOSITORIES)
