"""Public repositories, and how many of them a run of the tests looks at."""

import os
from functools import cache
from pathlib import Path

import pytest

CORPUS = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
IS_WHOLE = os.environ.get("KGEN_DIFFERENTIAL") == "all"
_REASON = "no corpus: set KGEN_CORPUS to a directory of public repositories"


def repositories(every: int) -> list[object]:
    """Every so manieth repository, or all if that is asked for, as values of a parameter."""
    found = sorted(path for path in CORPUS.glob("*") if path.is_dir())[:: 1 if IS_WHOLE else every]
    if not found:
        return [pytest.param(CORPUS, id="none", marks=pytest.mark.skip(reason=_REASON))]
    return [pytest.param(path, id=path.name) for path in found]


def manifests(every: int, largest: int) -> list[Path]:
    """Every so manieth manifest of at most so many bytes, or all of them if that is asked for; skips without any."""
    found = [path for path, size in _manifests() if size <= largest]
    if not found:
        pytest.skip(_REASON)
    return found[:: 1 if IS_WHOLE else every]


@cache
def _manifests() -> list[tuple[Path, int]]:
    return sorted((path, path.stat().st_size) for path in CORPUS.glob("*/**/*.y*ml") if path.is_file())
