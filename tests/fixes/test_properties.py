"""Every fix leaves a file that can be read, with the same data but for what it mends, and brings no other finding.

KGEN_CORPUS (default ../shared/corpus) names a folder of public repositories; KGEN_FIXES=all makes every fix of all of
them, and plants many of each fault in most, which takes half an hour, instead of those of a sample. The counts are
printed at the end of the run.
"""

import shutil
from pathlib import Path

import pytest

from kgen.lint.fix.mend import mend
from tests.fixes.corpus import CORPUS, IS_WHOLE, mended_folders, mutations_fixed
from tests.fixes.properties import Verdict, lint
from tests.mutations.fault import Fault
from tests.mutations.faults import planted_faults
from tests.mutations.made import NAMES, made
from tests.running import run_kgen

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="set KGEN_CORPUS to a directory of public repositories")


def faults(found: list[Verdict]) -> list[str]:
    """The promises that were broken."""
    return [f"{each.place} {each.rule}: {fault}" for each in found for fault in each.faults]


@pytest.mark.parametrize("fault", [pytest.param(fault, id=fault.name) for fault in planted_faults()])
@pytest.mark.parametrize("name", NAMES)
def test_planted_faults_are_fixed(name: str, fault: Fault) -> None:
    found = [verdict for verdict, _ in mutations_fixed(fault, made(name), most=10)]
    # Where both sides name a protocol, either may be wrong.
    assert bool(found) is (fault.name != "protocol swap")
    assert [each.refused for each in found if each.refused] == []
    assert faults(found) == []


def test_findings_of_public_repositories_are_fixed(public: list[Verdict]) -> None:
    assert any(not verdict.refused for verdict in public)
    assert faults(public) == []


def test_faults_planted_in_public_repositories_are_fixed(planted: list[Verdict]) -> None:
    assert any(not verdict.refused for verdict in planted)
    assert faults(planted) == []


@pytest.mark.skipif(not IS_WHOLE, reason="only a sample is run: set KGEN_FIXES=all")
def test_there_is_enough_to_tell(public: list[Verdict], planted: list[Verdict]) -> None:
    assert len(public) >= 100
    assert len(planted) >= 1000


@needs_corpus
def test_fixing_public_repositories_changes_their_files_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, mended in mended_folders():
        copy = tmp_path / folder.name
        shutil.copytree(folder, copy, symlinks=True)
        monkeypatch.chdir(copy)
        before = _contents(copy)
        run_kgen(["lint", "--fix", "--unsafe-fixes", "--isolated", "--quiet", "."])
        after = _contents(copy)
        expected = {source.path: source.data for source in mended.state.repository.sources}
        assert after == {**before, **{path: data for path, data in expected.items() if path in before}}, folder.name
        again = run_kgen(["lint", "--fix", "--unsafe-fixes", "--isolated", "."])
        assert "\nfixed " not in f"\n{again.err}", folder.name
        assert _contents(copy) == after, folder.name
        assert mend(mended.state, lambda _finding: True, lint).fixed == [], folder.name
        shutil.rmtree(copy)


def _contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
