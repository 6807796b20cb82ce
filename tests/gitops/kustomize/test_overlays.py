"""Small kustomizations and what `kubectl kustomize` 1.32 prints for them."""

from pathlib import Path

import pytest

from tests.gitops.kustomize.rendering import EXPECTED, OVERLAYS, built, printed, sections, write

_CASES = [pytest.param(path, id=path.stem.replace("-", " ")) for path in sorted(OVERLAYS.glob("*.txt"))]


@pytest.mark.parametrize("case", _CASES)
def test_prints_what_kubectl_does(case: Path, tmp_path: Path) -> None:
    files = sections(case.read_text(encoding="utf-8"))
    expected = files.pop(EXPECTED)
    write(tmp_path, files)
    found = built(tmp_path)
    assert [str(problem) for problem in found.problems] == []
    assert printed(found) == expected
