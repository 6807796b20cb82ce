"""What is remembered comes back whole or not at all."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kgen.cache.store import LARGEST_ENTRY, Store

_KEY, _OTHER = "a" * 64, "b" * 64
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither owners nor modes of this kind")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("a\r\nb\n", id="lines"),
        pytest.param("ü \U0001f680 \\ud800", id="other characters"),
    ],
)
def test_what_is_written_is_read(tmp_path: Path, text: str) -> None:
    store = Store(tmp_path / "a" / "cache")
    assert store.read(_KEY) is None
    store.write(_KEY, "before")
    store.write(_KEY, text)
    assert (store.read(_KEY), store.read(_OTHER)) == (text, None)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-1], id="an end that was not written"),
        pytest.param(lambda _data: b"", id="an empty file"),
        pytest.param(lambda data: data[:70] + b"\0" * (len(data) - 70), id="a page of zeros"),
        pytest.param(lambda data: data + b"x", id="something behind it"),
        pytest.param(lambda data: data[64:], id="a lost digest"),
    ],
)
def test_damage_is_noticed_and_mended(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    store = Store(tmp_path / "cache")
    store.write(_KEY, "what was printed, long enough to be damaged in the middle")
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert store.read(_KEY) is None
    store.write(_KEY, "again")
    assert store.read(_KEY) == "again"


@needs_posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_write_to_is_not_trusted(tmp_path: Path, mode: int) -> None:
    store = Store(tmp_path / "cache")
    store.write(_KEY, "poisoned")
    (tmp_path / "cache").chmod(mode)
    assert store.read(_KEY) is None
    store.write(_OTHER, "more")
    assert len(list((tmp_path / "cache").iterdir())) == 1


@needs_posix
def test_a_folder_that_is_a_link_is_not_trusted(tmp_path: Path) -> None:
    Store(tmp_path / "there").write(_KEY, "text")
    (tmp_path / "cache").symlink_to("there")
    assert Store(tmp_path / "cache").read(_KEY) is None


def test_a_file_where_the_folder_should_be_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("mine", encoding="utf-8")
    store = Store(tmp_path / "cache")
    store.write(_KEY, "text")
    assert (store.read(_KEY), store.clean(), store.size()) == (None, 0, (0, 0))
    assert (tmp_path / "cache").read_text(encoding="utf-8") == "mine"


def test_what_was_not_read_for_the_longest_time_makes_room(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache", room=350)
    keys = [digit * 64 for digit in "abc"]
    for key in keys:
        store.write(key, "x" * 50)
    for age, file in enumerate(sorted((tmp_path / "cache").iterdir())):
        os.utime(file, (1000 + age, 1000 + age))
    assert store.read(keys[0]) is not None
    store.write("d" * 64, "x" * 50)
    assert [key[0] for key in (*keys, "d" * 64) if store.read(key) is not None] == ["a", "c", "d"]


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    store.write(_KEY, "x" * (LARGEST_ENTRY + 1))
    assert store.read(_KEY) is None


def test_cleaning_leaves_what_is_not_the_cache_s(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    store.write(_KEY, "text")
    (tmp_path / "cache" / "notes.txt").write_text("mine", encoding="utf-8")
    (_, size) = store.size()
    assert store.clean() == size > 0
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["notes.txt"]


def test_runs_at_once_end_with_one_whole_entry(tmp_path: Path) -> None:
    texts = [str(number) * 10_000 for number in range(10)]

    def work(text: str) -> bool:
        store = Store(tmp_path / "cache")
        store.write(_KEY, text)
        return store.read(_KEY) in texts

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, texts * 5))
    assert len(list((tmp_path / "cache").iterdir())) == 1
