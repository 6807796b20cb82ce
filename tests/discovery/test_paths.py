"""Paths as systems have them: drives and machines of Windows, names that are found in another case."""

import ntpath
import posixpath
import sys
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest

from kgen.discovery.names import listed_as, may_be_named, spelled
from kgen.discovery.program import in_folders
from kgen.discovery.relative import relative
from kgen.discovery.walk import walk


@pytest.mark.parametrize(
    ("path", "folder", "way"),
    [
        pytest.param("C:\\a\\b.yaml", "C:\\a", "b.yaml", id="below"),
        pytest.param("C:\\a\\b.yaml", "c:\\A\\C", "../b.yaml", id="beside, drive and folder in another case"),
        pytest.param("C:/a/b.yaml", "C:\\a", "b.yaml", id="both separators"),
        pytest.param("D:\\a\\b.yaml", "C:\\a", "D:/a/b.yaml", id="another drive"),
        pytest.param("\\\\host\\share\\a\\b.yaml", "\\\\host\\share", "a/b.yaml", id="another machine"),
        pytest.param("\\\\host\\share\\a.yaml", "C:\\a", "//host/share/a.yaml", id="from a drive to a machine"),
        pytest.param("\\\\?\\C:\\a\\b.yaml", "\\\\?\\C:\\a", "b.yaml", id="long paths"),
        pytest.param("C:\\a", "C:\\a", ".", id="the same"),
    ],
)
def test_ways_on_windows(path: str, folder: str, way: str) -> None:
    assert relative(path, folder, ntpath) == way


def test_ways_elsewhere() -> None:
    assert relative("/a/b\\c.yaml", "/a/d", posixpath) == "../b\\c.yaml"


@pytest.mark.parametrize(
    ("path", "system", "may"),
    [
        pytest.param("apps/web/service.yaml", ntpath, True, id="an ordinary one"),
        pytest.param("con.yaml", ntpath, True, id="a device, which is told when it is opened"),
        pytest.param("..\\secret.yaml", ntpath, False, id="a way out of the repository"),
        pytest.param("C:\\Windows\\win.ini", ntpath, False, id="a drive"),
        pytest.param("apps/C:secret.yaml", ntpath, False, id="a place on a drive"),
        pytest.param("\\\\host\\share\\a.yaml", ntpath, False, id="another machine"),
        pytest.param("\\\\?\\C:\\a.yaml", ntpath, False, id="a long path"),
        pytest.param("a.yaml:stream", ntpath, False, id="a stream beside a file's content"),
        pytest.param("a\\b:c.yaml", posixpath, True, id="a name elsewhere than on Windows"),
    ],
)
def test_names_that_windows_would_take_for_something_else(path: str, system: ModuleType, may: bool) -> None:
    assert may_be_named(path, system) is may


@pytest.mark.parametrize(
    ("name", "others", "listed"),
    [
        pytest.param("a.yaml", ["A.yaml", "a.yaml"], "a.yaml", id="the very same"),
        pytest.param("Service.YAML", ["x.yaml", "service.yaml"], "service.yaml", id="another case"),
        pytest.param("STRASSE.yaml", ["straße.yaml"], "straße.yaml", id="a letter that becomes two"),
        pytest.param(unicodedata.normalize("NFD", "é.yaml"), ["é.yaml"], "é.yaml", id="an accent of its own"),
        pytest.param("b.yaml", ["a.yaml"], "b.yaml", id="none like it"),
    ],
)
def test_names_as_they_are_listed(name: str, others: list[str], listed: str) -> None:
    assert listed_as(name, others) == listed


@pytest.mark.parametrize("name", ["a.yaml", "B.YAML", "1", "\udcff.yaml", "gone.yaml"])
def test_what_is_there_is_spelled_so(name: str, tmp_path: Path) -> None:
    if name != "gone.yaml" and not _is_made(tmp_path / name):
        pytest.skip("this file system has no such names")
    path = str(tmp_path / name)
    assert [spelled(path), spelled(path, str(tmp_path))] == [path, path]


def test_names_that_differ_in_case_only_are_two(tmp_path: Path) -> None:
    names = ["a.yaml", "A.yaml"]
    for name in names:
        (tmp_path / name).touch()
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system ignores case")
    assert [spelled(str(tmp_path / name)) for name in names] == [str(tmp_path / name) for name in names]


def test_a_program_is_not_taken_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("here", "installed"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "git.exe").touch()
    monkeypatch.chdir(tmp_path / "here")
    assert in_folders("git.exe", ["", ".", "here", str(tmp_path / "empty")]) is None
    assert in_folders("git.exe", [".", str(tmp_path / "installed")]) == str(tmp_path / "installed" / "git.exe")


@pytest.mark.skipif(sys.platform != "win32", reason="junctions are Windows' own")
def test_junctions_are_not_followed(tmp_path: Path) -> None:
    import _winapi  # noqa: PLC0415 # Windows has it

    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.yaml").touch()
    getattr(_winapi, "CreateJunction")(str(tmp_path), str(tmp_path / "a" / "again"))  # noqa: B009 # unknown elsewhere
    assert walk(str(tmp_path), lambda path: path.endswith(".yaml"))[0] == ["a/b.yaml"]


def _is_made(path: Path) -> bool:
    try:
        path.touch()
    except OSError:
        return False
    return True
