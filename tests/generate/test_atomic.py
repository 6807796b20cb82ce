"""Files that are written whole or not at all."""

import os
import sys
from pathlib import Path

import pytest

from kgen.errors import KgenError
from kgen.generate.atomic import replace_atomically, write_atomically


def test_it_writes_utf8_with_the_line_ends_given(tmp_path: Path) -> None:
    write_atomically(str(tmp_path / "a.yaml"), "é\n\r\n")
    assert (tmp_path / "a.yaml").read_bytes() == "é\n\r\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_modes(tmp_path: Path) -> None:
    old, new, plain = (tmp_path / name for name in ("old", "new", "plain"))
    old.touch()
    old.chmod(0o640)
    plain.touch()
    for path in (old, new):
        write_atomically(str(path), "x")
    assert old.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


def test_where_it_cannot_write_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "x").touch()
    with pytest.raises(KgenError, match=r"cannot write `.*taken`: "):
        write_atomically(str(tmp_path / "taken"), "x")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(KgenError, match=r"cannot write `.*a.yaml`: No such file or directory"):
        write_atomically(str(tmp_path / "none" / "a.yaml"), "x")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_replaced_file_keeps_mode_and_owner(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o604)
    if os.geteuid() == 0:
        os.chown(path, 12, 34)
    before = path.stat()
    replace_atomically(str(path), b"\xff\xfe")
    after = path.stat()
    assert path.read_bytes() == b"\xff\xfe"
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_what_is_not_there_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(KgenError, match=r"cannot write `.*a.yaml`: No such file or directory"):
        replace_atomically(str(tmp_path / "a.yaml"), b"x")
    assert list(tmp_path.iterdir()) == []
