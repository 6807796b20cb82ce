"""Which files of a repository are read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgen.config.model import Config
from kgen.discovery.discover import LARGEST_FILE, discover
from kgen.discovery.found import Discovered
from kgen.discovery.reading import read_bytes
from kgen.errors import KgenError

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")


def fill(root: Path, *paths: str, text: str = "") -> Path:
    """Write files with this text, with their folders."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def found(root: Path, *exclude: str) -> Discovered:
    """What is discovered from a folder."""
    return discover(root, Config(exclude=exclude))


@pytest.fixture(params=["git", "no git"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An empty repository, under git and not."""
    folder = tmp_path / "repository"
    folder.mkdir()
    if request.param == "git":
        git(folder, "init", "--quiet")
    return folder


def test_manifests_are_yaml_files_and_kustomizations(root: Path) -> None:
    fill(root, "a.yaml", "b/c.yml", "b/D.YAML", "Kustomization", "e.json", "f.yaml.bak", "g.tpl", "b/yaml")
    assert found(root).files == ("Kustomization", "a.yaml", "b/D.YAML", "b/c.yml")


@pytest.mark.parametrize(
    ("ignore", "files"),
    [
        pytest.param({".gitignore": "b/\n"}, ("a.yaml",), id="folder"),
        pytest.param({".gitignore": "*.yaml\n!b.yaml\n"}, ("b/b.yaml",), id="negated"),
        pytest.param({".gitignore": "*.yaml\n", "b/.gitignore": "!a.yaml\n"}, ("b/a.yaml",), id="negated below"),
        pytest.param({"b/.gitignore": "/a.yaml\n"}, ("a.yaml", "b/b.yaml"), id="anchored below"),
        pytest.param({".gitignore": "# none\n\n"}, ("a.yaml", "b/a.yaml", "b/b.yaml"), id="comment"),
    ],
)
def test_ignored_files_are_left_out(root: Path, ignore: dict[str, str], files: tuple[str, ...]) -> None:
    fill(root, "a.yaml", "b/a.yaml", "b/b.yaml")
    for path, text in ignore.items():
        fill(root, path, text=text)
    assert found(root).files == files


def test_excluded_files_are_left_out(root: Path) -> None:
    fill(root, "a.yaml", "charts/b/c.yaml", "d/charts.yaml")
    assert found(root, "charts/").files == ("a.yaml", "d/charts.yaml")


def test_excluded_patterns_are_relative_to_the_folder_of_the_configuration(root: Path) -> None:
    fill(root, "a.yaml", "clusters/a.yaml", "clusters/charts/b.yaml")
    config = Config(path=str(root / "clusters" / ".kgen.yaml"), exclude=("/a.yaml", "charts/"))
    assert discover(root, config).files == ("a.yaml",)


def test_names_with_spaces_newlines_and_other_letters(root: Path) -> None:
    names = ["é ü.yaml", "-x.yaml"] + (["a\nb.yaml"] if sys.platform != "win32" else [])
    fill(root, *names)
    assert set(found(root).files) == set(names)


@needs_links
def test_links_are_not_followed(root: Path, tmp_path: Path) -> None:
    fill(root, "a.yaml", "b/c.yaml")
    fill(tmp_path, "outside.yaml")
    (root / "inside.yaml").symlink_to("a.yaml")
    (root / "outside.yaml").symlink_to(tmp_path / "outside.yaml")
    (root / "nowhere.yaml").symlink_to("missing")
    (root / "itself.yaml").symlink_to("itself.yaml")
    (root / "b" / "loop").symlink_to("..", target_is_directory=True)
    discovered = found(root)
    assert discovered.files == ("a.yaml", "b/c.yaml")
    assert {each.path for each in discovered.problems} == {"itself.yaml", "nowhere.yaml", "outside.yaml"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_what_is_no_regular_file_is_a_problem(root: Path) -> None:
    os.mkfifo(root / "pipe.yaml")
    (root / "folder.yaml").mkdir()
    discovered = found(root)
    assert discovered.files == ()
    # git lists neither FIFOs nor empty folders, and so neither can be missed there.
    assert [each.reason for each in discovered.problems] in ([], ["is not a regular file"])


def test_huge_files_are_a_problem(root: Path) -> None:
    fill(root, "huge.yaml")
    os.truncate(root / "huge.yaml", LARGEST_FILE + 1)
    (problem,) = found(root).problems
    assert problem.path == "huge.yaml"
    assert str(LARGEST_FILE) in problem.reason


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may read everything")
def test_folders_that_cannot_be_listed_are_a_problem(tmp_path: Path) -> None:
    fill(tmp_path, "a.yaml", "b/c.yaml")
    (tmp_path / "b").chmod(0)
    try:
        discovered = found(tmp_path)
    finally:
        (tmp_path / "b").chmod(0o700)
    assert discovered.files == ("a.yaml",)
    assert [each.path for each in discovered.problems] == ["b"]


def test_a_folder_of_a_git_repository_stands_for_the_whole(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    fill(tmp_path, "a.yaml", "b/c.yaml")
    discovered = found(tmp_path / "b")
    assert discovered.root.samefile(tmp_path)
    assert discovered.files == ("a.yaml", "b/c.yaml")


def test_an_ignored_folder_stands_for_itself(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    fill(tmp_path, "a.yaml", "build/c.yaml")
    fill(tmp_path, ".gitignore", text="build/\n")
    discovered = found(tmp_path / "build")
    assert discovered.root == tmp_path / "build"
    assert discovered.files == ("c.yaml",)


def test_tracked_files_that_were_deleted_are_passed_over(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    fill(tmp_path, "a.yaml", "b.yaml")
    git(tmp_path, "add", ".")
    (tmp_path / "a.yaml").unlink()
    assert found(tmp_path) == Discovered(found(tmp_path).root, ("b.yaml",))


def test_ignored_files_that_are_tracked_are_read(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    fill(tmp_path, "a.yaml")
    git(tmp_path, "add", ".")
    fill(tmp_path, ".gitignore", text="*.yaml\n")
    assert found(tmp_path).files == ("a.yaml",)


def test_settings_of_a_repository_run_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    fill(tmp_path, "a.yaml")
    ran = tmp_path / "ran"
    git(tmp_path, "config", "core.fsmonitor", f"touch '{ran.as_posix()}'")
    assert found(tmp_path).files == ("a.yaml",)
    assert not ran.exists()


def test_a_root_that_is_no_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KgenError, match="not a folder"):
        found(tmp_path / "missing")


def test_reading(tmp_path: Path) -> None:
    fill(tmp_path, "a.yaml", text="a: 1\n")
    assert read_bytes(tmp_path / "a.yaml").splitlines() == [b"a: 1"]
    with pytest.raises(OSError):  # noqa: PT011 - which error it is, is the platform's
        read_bytes(tmp_path)


@needs_links
def test_reading_follows_no_link(tmp_path: Path) -> None:
    fill(tmp_path, "a.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    with pytest.raises(OSError, match=r"b\.yaml"):
        read_bytes(tmp_path / "b.yaml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_reading_does_not_wait_for_a_fifo(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    with pytest.raises(OSError, match="regular"):
        read_bytes(tmp_path / "a.yaml")
