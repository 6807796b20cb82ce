"""Which configuration file a run takes."""

from pathlib import Path

import pytest

from kgen.config.find import config_file, repository_root

TABLE = "[tool.kgen]\n"


def tree(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize(
    ("files", "start", "expected"),
    [
        pytest.param({".git/HEAD": ""}, ".", None, id="none in the repository"),
        pytest.param({".git/HEAD": "", ".kgen.yaml": ""}, ".", ".kgen.yaml", id="in the folder itself"),
        pytest.param({".git/HEAD": "", ".kgen.yml": ""}, ".", ".kgen.yml", id="with the short ending"),
        pytest.param(
            {".git/HEAD": "", ".kgen.yaml": "", "a/b/x": ""}, "a/b", ".kgen.yaml", id="further up in the repository"
        ),
        pytest.param(
            {".git/HEAD": "", ".kgen.yaml": "", "a/.kgen.yml": "", "a/b/x": ""},
            "a/b",
            "a/.kgen.yml",
            id="the nearest one",
        ),
        pytest.param(
            {".git/HEAD": "", ".kgen.yaml": "", "pyproject.toml": TABLE},
            ".",
            ".kgen.yaml",
            id="the dedicated file before pyproject.toml",
        ),
        pytest.param(
            {".git/HEAD": "", "pyproject.toml": "[tool.kgen.rules.x]\n"}, ".", "pyproject.toml", id="a sub-table"
        ),
        pytest.param(
            {".git/HEAD": "", ".kgen.yaml": "", "a/pyproject.toml": "[tool.kgenerator]\n"},
            "a",
            ".kgen.yaml",
            id="a pyproject.toml that does not speak of kgen",
        ),
        pytest.param(
            {"r/.git": "gitdir: ..", ".kgen.yaml": "", "r/a/x": ""}, "r/a", None, id="not above a worktree's root"
        ),
        pytest.param({".kgen.yaml": "", "a/x": ""}, "a", None, id="not above the start outside of a repository"),
        pytest.param({"a/.kgen.yaml": ""}, "a", "a/.kgen.yaml", id="in the start outside of a repository"),
    ],
)
def test_config_file(tmp_path: Path, files: dict[str, str], start: str, expected: str | None) -> None:
    tree(tmp_path, files)
    found = config_file(str(tmp_path / start), None)
    assert found == (None if expected is None else str(tmp_path / expected))


def test_the_environment_decides(tmp_path: Path) -> None:
    tree(tmp_path, {".git/HEAD": "", ".kgen.yaml": ""})
    assert config_file(str(tmp_path), "elsewhere.yaml") == "elsewhere.yaml"
    assert config_file(str(tmp_path), "") == str(tmp_path / ".kgen.yaml")


def test_a_relative_start_gives_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, {".git/HEAD": "", ".kgen.yaml": "", "a/b/x": ""})
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert config_file(".", None) == str(Path("..", "..", ".kgen.yaml"))
    assert repository_root(".") == str(Path("..", ".."))


def test_the_repository_root_may_be_absent(tmp_path: Path) -> None:
    assert repository_root(str(tmp_path)) is None
