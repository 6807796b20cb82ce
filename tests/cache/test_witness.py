"""Whatever a run reads is known to those who remember its result."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.discovery.listing import listing
from kgen.discovery.witness import Witness, asked_elsewhere, looked_at, state_of
from kgen.lint.check import check
from kgen.repository import read

_opened: list[str] = []
_is_listening = [False]


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _is_listening[0] and isinstance(arguments[0], str):
        _opened.append(arguments[0])


sys.addaudithook(_listen)


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The files that Python opens meanwhile."""
    _opened.clear()
    _is_listening[0] = True
    try:
        yield _opened
    finally:
        _is_listening[0] = False


def _unknown(root: Path) -> set[str]:
    """Files of a repository that linting opens, and that are neither listed nor witnessed."""
    top, listed, _ = listing(str(root), respects_gitignore=True)
    with Witness() as witness, _listening() as opened:
        check(rules(), read(root, Config()), Config())
    known = {os.path.realpath(f"{top}/{path}") for path in listed} | set(map(os.path.realpath, witness.looked_at))
    below = f"{os.path.realpath(top)}{os.sep}"
    inside = {os.path.realpath(path) for path in opened if os.path.realpath(path).startswith(below)}
    return {path for path in inside - known if not path.endswith(".gitignore")}  # which the listing rests on


def test_what_kustomizations_read_is_known(tmp_path: Path) -> None:
    (tmp_path / "kustomization.yaml").write_text(
        "resources: [a.txt, gone.yaml, folder]\n"
        "patches: [{path: patch.txt}]\n"
        "configMapGenerator: [{name: a, files: [a.properties], envs: [a.env]}]\n",
        encoding="utf-8",
    )
    for name in ("a.txt", "patch.txt", "a.properties", "a.env"):
        (tmp_path / name).write_text("a: b\n", encoding="utf-8")
    with Witness() as witness:
        check(rules(), read(tmp_path, Config()), Config())
    looked = {os.path.relpath(path, tmp_path) for path in witness.looked_at}
    assert {"a.txt", "gone.yaml", "folder", "patch.txt", "a.properties", "a.env"} <= looked
    assert _unknown(tmp_path) == set()


def test_what_public_repositories_read_is_known() -> None:
    corpus = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
    folders = sorted(path for path in corpus.glob("*") if path.is_dir())[5::10]
    if not folders:
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")
    assert {folder.name: _unknown(folder) for folder in folders} == {folder.name: set() for folder in folders}


def test_the_state_is_that_before_it_is_looked_at_again(tmp_path: Path) -> None:
    file = tmp_path / "a"
    with Witness() as witness:
        looked_at(file)
        file.write_text("a", encoding="utf-8")
        looked_at(file)
    assert witness.looked_at == {str(file): ""}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("nothing", "empty", id="a file is made"),
        pytest.param("empty", "text", id="a file is written"),
        pytest.param("empty", "folder", id="a folder takes its place"),
        pytest.param("nothing", "loop", id="a link leads to itself"),
        pytest.param("empty", "link", id="a link to the same content"),
    ],
)
def test_states_differ(tmp_path: Path, first: str, second: str) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "text").write_text("a", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    try:
        (tmp_path / "loop").symlink_to("loop")
        (tmp_path / "link").symlink_to("text")
    except OSError:
        pytest.skip("links need a privilege on Windows")
    assert state_of(str(tmp_path / first)) != state_of(str(tmp_path / second))


def test_a_run_that_asked_others_is_not_repeatable() -> None:
    asked_elsewhere()
    with Witness() as outer, Witness() as inner:
        asked_elsewhere()
    assert (outer.is_repeatable, inner.is_repeatable, Witness().is_repeatable) == (True, False, True)
