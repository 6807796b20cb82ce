"""What lies in a repository and is no readable file: links, pipes, devices, and what goes away or refuses to be read.

Permissions say nothing to an administrator, as whom tests often run, so an audit hook in a process of kgen's own makes
the system refuse, and takes files away at the moment they are opened.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.manifests import OUT_OF_RANGE, SERVICE, lay
from tests.hostile.bounded import SECONDS, bounded
from tests.running import Result, run_kgen

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and devices of POSIX")
_UNREAD = "(1 document could not be read)"
_FOUND = "service.yaml:12:17: error[nodeport-out-of-range]"


@pytest.fixture
def around(repository: Path) -> Path:
    """A repository with one finding in it, and a file outside with another."""
    lay(repository, service=OUT_OF_RANGE)
    lay(repository.parent, outside=OUT_OF_RANGE)
    return repository


@posix_only
@pytest.mark.parametrize(
    ("path", "target", "told"),
    [
        pytest.param("a.yaml", "a.yaml", _UNREAD, id="itself"),
        pytest.param("a.yaml", "b.yaml", _UNREAD, id="nothing"),
        pytest.param("a.yaml", "../outside.yaml", _UNREAD, id="a file outside"),
        pytest.param("a.yaml", "/dev/zero", _UNREAD, id="an endless device"),
        pytest.param("a.yaml", "service.yaml", "", id="a file inside, which is read where it stands"),
        pytest.param("folder", ".", "", id="the folder it is in"),
        pytest.param("folder", "..", "", id="the folder around"),
        pytest.param("folder", "/", "", id="all there is"),
    ],
)
def test_links_are_not_followed(path: str, target: str, told: str, around: Path) -> None:
    (around / path).symlink_to(target)
    _only_the_service_is_read(told)


@posix_only
def test_two_folders_that_lead_to_each_other(around: Path) -> None:
    for path, target in (("a/b", "../c"), ("c/d", "../a")):
        (around / path).parent.mkdir()
        (around / path).symlink_to(target)
    _only_the_service_is_read("")


@posix_only
def test_a_pipe_is_not_waited_for(around: Path) -> None:
    os.mkfifo(around / "a.yaml")
    _only_the_service_is_read("")


@posix_only
def test_a_device_is_not_read(around: Path) -> None:
    try:
        os.mknod(around / "a.yaml", 0o600 | 0o020000, os.makedev(1, 5))  # /dev/zero, which never ends
    except PermissionError:
        pytest.skip("only an administrator makes devices")
    _only_the_service_is_read("")


def test_a_folder_of_a_manifests_name(around: Path) -> None:
    (around / "a.yaml").mkdir()
    _only_the_service_is_read("")


def test_a_huge_file_is_not_read(around: Path) -> None:
    with (around / "a.yaml").open("wb") as file:
        file.truncate(100 * 2**20)
    _only_the_service_is_read(_UNREAD)


def test_a_file_that_git_knows_and_that_is_gone(around: Path) -> None:
    lay(around, gone=OUT_OF_RANGE)
    subprocess.run(["git", "add", "gone.yaml"], check=True)
    (around / "gone.yaml").unlink()
    _only_the_service_is_read("")


@posix_only
@pytest.mark.parametrize(
    ("settings", "message"),
    [
        pytest.param("output: loop", "cannot write `loop/web-deployment.yaml`", id="output"),
        pytest.param("templates: loop", "templates folder `loop` does not exist", id="templates"),
        pytest.param('output: "a\\0b"', "`output` takes a path, not `a\\x00b`", id="NUL in the output"),
        pytest.param("output: " + "x" * 300, "ile name too long", id="a name that is too long"),
    ],
)
def test_folders_of_a_spec(settings: str, message: str, repository: Path) -> None:
    (repository / "loop").symlink_to("loop")
    (repository / "kgen.yaml").write_text(f"{settings}\napps: {{web: {{image: nginx}}}}\n", encoding="utf-8")
    result = run_kgen(["build"])
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@posix_only
@pytest.mark.parametrize(
    ("path", "code"),
    [
        pytest.param("loop", 2, id="a link to itself"),
        pytest.param("loop/a.json", 2, id="behind a link to itself"),
        pytest.param('"a\\0b"', 2, id="NUL"),
        pytest.param("x" * 300, 2, id="a name that is too long"),
        pytest.param("../known.json", 2, id="outside of the repository"),
    ],
)
def test_a_baseline_that_cannot_be(path: str, code: int, repository: Path) -> None:
    (repository / "loop").symlink_to("loop")
    (repository / ".kgen.yaml").write_text(f"baseline: {path}\n", encoding="utf-8")
    result = run_kgen(["lint"])
    assert (result.code, result.out, result.err.count("\n") <= 2) == (code, "", True)


@posix_only
@pytest.mark.parametrize(
    ("event", "path", "effect", "told"),
    [
        pytest.param("open", "a.yaml", "os.remove(path)", _UNREAD, id="a file that goes when it is opened"),
        pytest.param("open", "a.yaml", "os.remove(path), os.mkfifo(path)", _UNREAD, id="and becomes a pipe"),
        pytest.param("open", "a.yaml", "os.remove(path), os.symlink('/dev/zero', path)", _UNREAD, id="and a link"),
        pytest.param("open", "a.yaml", "os.remove(path), os.mkdir(path)", _UNREAD, id="and a folder"),
        pytest.param("open", "a.yaml", "refuse()", _UNREAD, id="a file that must not be read"),
        pytest.param("os.scandir", "below", "refuse()", _UNREAD, id="a folder that must not be listed"),
        pytest.param("open", ".gitignore", "refuse()", "", id="a .gitignore that must not be read"),
        pytest.param("subprocess.Popen", "git", "refuse()", "", id="no git"),
    ],
)
def test_what_changes_or_refuses_while_it_is_read(
    event: str, path: str, effect: str, told: str, tmp_path: Path
) -> None:
    lay(tmp_path, service=OUT_OF_RANGE, a=SERVICE, below__b=SERVICE)
    (tmp_path / ".gitignore").write_text("b.yaml\n", encoding="utf-8")
    result = _with_hook(event, path, effect, tmp_path)
    assert (result.code, result.out.count("\n")) == (1, 1), result
    assert result.out.startswith(_FOUND)
    assert told in result.err


def _with_hook(event: str, path: str, effect: str, folder: Path) -> Result:
    """Lint in another process, where the first audit event of this kind that names `path` has an effect before it."""
    program = f"""
import os, sys
from kgen.cli.main import run
done = []
def refuse():
    raise PermissionError(13, "Permission denied", {path!r})
def hook(event, args):
    path = os.fspath(args[0]) if args and isinstance(args[0], (str, os.PathLike)) else ""
    if event == {event!r} and os.path.basename(path.rstrip("/")) == {path!r} and not done:
        done.append(path)
        {effect}
sys.addaudithook(hook)
sys.argv[1:] = ["lint", "--output-format", "concise", "--isolated"]
run()
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=SECONDS)
    return Result(done.returncode, done.stdout, done.stderr)


def _only_the_service_is_read(told: str) -> None:
    result = run_kgen(["lint", "--output-format", "concise"])
    assert (result.code, result.out.count("\n")) == (1, 1), result
    assert result.out.startswith(_FOUND)
    assert told in result.err


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        pytest.param(".kgen.yaml", f"exclude: ['{'a*' * 40}b']\n", 2, id="in exclude"),
        pytest.param(".kgen.yaml", f"exclude: '{'a*' * 40}b'\n", 2, id="in exclude, alone"),
        pytest.param(".kgen.yaml", f"per-file-ignores: {{'{'a*' * 40}b': schema}}\n", 2, id="in per-file-ignores"),
        pytest.param(".gitignore", f"{'a*' * 40}b\n", 0, id="in .gitignore"),
    ],
)
def test_a_pattern_that_would_take_for_ever(name: str, text: str, code: int, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    lay(tmp_path, **{"a" * 200: SERVICE})
    result = bounded(["lint"], tmp_path)
    assert result.code == code, result.err
    assert code == 0 or "at most three `*` in one name" in result.err
