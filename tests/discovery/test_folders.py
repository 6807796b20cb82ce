"""Folders of paths."""

import pytest

from kgen.discovery.folders import folder_of, folders_above


@pytest.mark.parametrize(
    ("path", "folder", "above"),
    [
        pytest.param("a/b/c.yaml", "a/b", ["a/b/", "a/", ""], id="two folders"),
        pytest.param("c.yaml", "", [""], id="the root"),
        pytest.param("a/b", "a", ["a/", ""], id="a folder's own"),
    ],
)
def test_folders(path: str, folder: str, above: list[str]) -> None:
    assert folder_of(path) == folder
    assert list(folders_above(path)) == above
