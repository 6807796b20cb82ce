"""Whatever happens to the cache, what is told is that of a run without one, and what is not the cache's stays."""

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from kgen.cache.store import LARGEST_STORE
from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE, lay
from tests.faults.child import ended, killed_before_step, needs_fork, no_file_beyond, started, when_opened
from tests.running import Result, run_kgen

_LINT = ["lint", "--isolated"]
_SECONDS = re.compile(r"in \d+\.\d\d s")
_MOST_STEPS = 100
_CUTS = 16  # places where an entry is cut off
_FOREIGN = {"notes.txt": b"mine", "x.kgen-cache.txt": b"mine too"}
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
needs_fifos = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")


@dataclass(frozen=True)
class Place:
    """A repository, stood in, and the folder of its cache, in which others keep files as well."""

    repository: Path
    cache: Path

    def edit(self) -> None:
        """Change what there is to find, and nothing that a listing of the folder shows."""
        file = self.repository / "service.yaml"
        before = file.stat()
        file.write_bytes(file.read_bytes().replace(b"29999", b"29998"))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    def check(self) -> None:
        """What a run tells, and the next, is that of a run without a cache; nothing else was touched."""
        expected = _told([*_LINT, "--no-cache"])
        assert [_told(_LINT), _told(_LINT)] == [expected, expected]
        assert {name: (self.cache / name).read_bytes() for name in _FOREIGN} == _FOREIGN
        assert sorted(path.name for path in self.repository.iterdir()) == ["deployment.yaml", "service.yaml"]

    def entries(self) -> list[Path]:
        """The files of the cache itself."""
        return sorted(path for path in self.cache.iterdir() if path.name not in _FOREIGN)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A repository with a finding, and an empty cache."""
    made = Place(tmp_path / "checkout", tmp_path / "cache")
    made.repository.mkdir()
    lay(made.repository, service=OUT_OF_RANGE, deployment=DEPLOYMENT)
    made.cache.mkdir(mode=0o700)
    for name, data in _FOREIGN.items():
        (made.cache / name).write_bytes(data)
    monkeypatch.chdir(made.repository)
    monkeypatch.delenv("KGEN_NO_CACHE")
    monkeypatch.setenv("KGEN_CACHE_DIR", str(made.cache))
    return made


def _told(argv: list[str]) -> Result:
    result = run_kgen(argv)
    return Result(result.code, _SECONDS.sub("in ? s", result.out), _SECONDS.sub("in ? s", result.err))


def _remember(_place: Place) -> None:
    run_kgen(_LINT)


def _remember_then_edit(place: Place) -> None:
    run_kgen(_LINT)
    place.edit()


def _fill(place: Place) -> None:
    """Leave no room for more, with files that take none of the disk's."""
    for number in range(3):
        with (place.cache / f"{number}.kgen-cache").open("xb") as stream:
            stream.truncate(LARGEST_STORE // 2)


def _nothing(_place: Place) -> None:
    pass


def _as_folder(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


def _as_link(entry: Path) -> None:
    entry.unlink()
    entry.symlink_to(entry)


def _as_fifo(entry: Path) -> None:
    entry.unlink()
    os.mkfifo(entry)


every_writing = pytest.mark.parametrize(
    ("before", "argv"),
    [
        pytest.param(_nothing, _LINT, id="nothing is remembered yet"),
        pytest.param(_remember_then_edit, _LINT, id="what is remembered holds no more"),
        pytest.param(_fill, _LINT, id="there is no room left"),
        pytest.param(_remember, ["cache", "clean"], id="all is to be forgotten"),
    ],
)


@needs_fork
@every_writing
def test_killed_at_every_step(before: Callable[[Place], None], argv: list[str], place: Place) -> None:
    for step in range(1, _MOST_STEPS):
        _emptied(place)
        before(place)
        code = ended(argv, killed_before_step(step))
        place.check()
        if code >= 0:
            break
        run_kgen(["cache", "clean"])
        assert place.entries() == []  # what the killed run left behind too
    assert code in {0, 1}
    assert step > 2


@needs_fork
@every_writing
@pytest.mark.parametrize("room", [0, 1, 64, 600])
def test_no_room_on_the_disk(before: Callable[[Place], None], argv: list[str], room: int, place: Place) -> None:
    before(place)
    entries = place.entries()
    code = ended(argv, no_file_beyond(room))
    assert code == (1 if argv == _LINT else 0)
    assert set(place.entries()) <= set(entries)
    place.check()


@needs_fork
@every_writing
def test_several_at_once(before: Callable[[Place], None], argv: list[str], place: Place) -> None:
    before(place)
    commands = [argv, _LINT, argv, _LINT, ["cache", "clean"]]
    children = [started(command, _unhurt) for command in commands]
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes == [0 if command[0] == "cache" else 1 for command in commands]
    place.check()


@needs_fork
@pytest.mark.parametrize("opened", ["deployment.yaml", "service.yaml"])
@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda: Path("added.yaml").write_bytes(OUT_OF_RANGE.encode()), id="one is added"),
        pytest.param(lambda: Path("deployment.yaml").unlink(), id="one is removed"),
        pytest.param(lambda: Path("service.yaml").write_bytes(b"kind: Service\n"), id="one is edited"),
        pytest.param(lambda: Path("service.yaml").rename("first.yaml"), id="one is renamed"),
        pytest.param(lambda: Path(".gitignore").write_bytes(b"service.yaml\n"), id="one is ignored"),
        pytest.param(lambda: Path(".kgen.yaml").write_bytes(b"exclude: ['*']\n"), id="all are excluded"),
    ],
)
def test_a_repository_that_changes_meanwhile(act: Callable[[], object], opened: str, place: Place) -> None:
    assert ended(["lint"], when_opened(opened, act)) in {0, 1}
    assert _told(["lint"]) == _told(["lint", "--no-cache"])


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda entry: entry.write_bytes(b"[]"), id="an entry is something else"),
        pytest.param(lambda entry: entry.rename(entry.with_name("b" * 64 + ".kgen-cache")), id="it is another's"),
        pytest.param(_as_folder, id="a folder lies in its place"),
        pytest.param(_as_link, id="a link to itself", marks=needs_links),
        pytest.param(_as_fifo, id="a FIFO", marks=needs_fifos),
        pytest.param(lambda entry: os.utime(entry, (2**33, 2**33)), id="it is from the future"),
        pytest.param(lambda entry: os.utime(entry, (0, 0)), id="it is from long ago"),
        pytest.param(lambda entry: entry.chmod(0), id="nobody may read it"),
        pytest.param(lambda entry: entry.parent.chmod(0o500), id="the folder is not to be written to"),
    ],
)
def test_damage(damage: Callable[[Path], object], place: Place) -> None:
    run_kgen(_LINT)
    (entry,) = place.entries()
    damage(entry)
    place.check()
    place.edit()
    place.check()


def test_an_entry_that_is_cut_off_anywhere_or_changed(place: Place) -> None:
    run_kgen(_LINT)
    (entry,) = place.entries()
    whole = entry.read_bytes()
    random = Random(5)
    for cut in range(0, len(whole), len(whole) // _CUTS):
        at, byte = random.randrange(len(whole)), random.randrange(256)
        for damaged in (whole[:cut], whole[:at] + bytes([byte]) + whole[at + 1 :], whole[cut:] + whole[:cut]):
            entry.write_bytes(damaged)
            place.check()


def _unhurt() -> None:
    pass


def _emptied(place: Place) -> None:
    """As the fixture makes it."""
    lay(place.repository, service=OUT_OF_RANGE, deployment=DEPLOYMENT)
    for entry in place.entries():
        entry.unlink()
