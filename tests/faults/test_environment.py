"""Surroundings that are not as usual: no home, a read-only checkout, a locale without UTF-8, a clock that went back."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE, lay
from tests.running import Result

_SECONDS = 60
_FOUND = "service.yaml:12:17: error[nodeport-out-of-range]"
_BARE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
_LINT = ["lint", "--output-format", "concise"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A git repository with one finding in it."""
    lay(tmp_path, service=OUT_OF_RANGE, deployment=DEPLOYMENT)
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    return tmp_path


def _kgen(
    argv: list[str], folder: Path, environment: dict[str, str] | None = None, before: tuple[str, ...] = ()
) -> Result:
    command = [*before, sys.executable, "-m", "kgen", *argv]
    own = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **(environment or {})}
    surroundings = {name: value for name, value in own.items() if value}
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, check=False, timeout=_SECONDS)
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param(
            {"HOME": "", "USERPROFILE": "", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": "", "LANG": "", "TERM": ""},
            id="no home and no terminal",
        ),
        pytest.param(
            {"HOME": "/nowhere", "XDG_CACHE_HOME": os.devnull, "TMPDIR": "/nowhere", "LC_ALL": "xx_YY.no", "TZ": "no"},
            id="places, a locale and a time zone that are not there",
        ),
        pytest.param({**_BARE, "PYTHONIOENCODING": "ascii", "COLUMNS": "1"}, id="the locale C, streams in ASCII"),
    ],
)
def test_environment(environment: dict[str, str], checkout: Path) -> None:
    result = _kgen(_LINT, checkout, environment)
    assert (result.code, result.out.startswith(_FOUND)) == (1, True), result.err


@pytest.mark.parametrize(
    ("environment", "is_read_only"),
    [
        pytest.param({"XDG_CACHE_HOME": "", "HOME": "", "KGEN_CACHE_DIR": "{}/cache"}, True, id="a read-only disk"),
        pytest.param({"XDG_CACHE_HOME": "{}/cache"}, True, id="a read-only folder for caches"),
        pytest.param({"XDG_CACHE_HOME": "", "HOME": "{}/service.yaml"}, False, id="a home that is a file"),
        pytest.param({"XDG_CACHE_HOME": "cache", "HOME": "home"}, False, id="folders that are not absolute"),
        pytest.param({"XDG_CACHE_HOME": "{}/service.yaml"}, False, id="a folder for caches that is a file"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows names these folders otherwise")
def test_no_place_for_a_cache(environment: dict[str, str], is_read_only: bool, checkout: Path) -> None:
    surroundings = {name: value.format(checkout) for name, value in environment.items()} | {"KGEN_NO_CACHE": ""}
    files = sorted(checkout.iterdir())
    for _ in range(2):
        result = _kgen(_LINT, checkout, surroundings, _read_only(checkout) if is_read_only else ())
        assert (result.code, result.out) == (1, _kgen(_LINT, checkout).out), result.err
    assert sorted(checkout.iterdir()) == files


@pytest.mark.parametrize("argv", [["lint", "--help"], ["rule", "orphan-selector"]])
def test_help_in_the_locale_c(argv: list[str], checkout: Path) -> None:
    assert _kgen(argv, checkout, _BARE).out == _kgen(argv, checkout).out


def test_text_beyond_ascii_in_the_locale_c(checkout: Path) -> None:
    (checkout / "service.yaml").write_text(OUT_OF_RANGE.replace("name: web", "name: wéb☃"), encoding="utf-8")
    assert "wéb☃" in _kgen(_LINT, checkout, _BARE).out


@pytest.mark.skipif(sys.platform != "linux", reason="file times that old are POSIX's")
def test_files_from_before_the_epoch_and_from_the_future(checkout: Path) -> None:
    for name, seconds in (("service.yaml", -(2**31)), ("deployment.yaml", 2**40)):
        try:
            os.utime(checkout / name, (seconds, seconds))
        except OSError:
            pytest.skip("this file system has no such times")
    assert _kgen(_LINT, checkout).out.startswith(_FOUND)


def test_a_clock_that_goes_back(checkout: Path) -> None:
    """Durations come from a clock that nobody sets; only kubectl's warnings show the time of day."""
    program = "import time; time.time = iter(range(10**9, 0, -1000)).__next__; from kgen.cli.main import run; run()"
    command = [sys.executable, "-c", program, *_LINT]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False, timeout=_SECONDS)
    assert (done.returncode, done.stdout.startswith(_FOUND)) == (1, True), done.stderr
    assert " in -" not in done.stderr


@pytest.mark.parametrize(
    ("argv", "code", "told"),
    [
        pytest.param(_LINT, 1, "Found 1 finding", id="lint"),
        pytest.param(["service", "web", "--tcp", "80", "-o", "new.yaml"], 2, "cannot write `new.yaml`", id="service"),
        pytest.param(["init"], 2, "cannot write `.kgen.yaml`", id="init"),
        pytest.param(["build"], 2, "cannot write `web-deployment.yaml`", id="build"),
        pytest.param([*_LINT, "--baseline", "known.json", "--update-baseline"], 2, "cannot write", id="a baseline"),
    ],
)
def test_a_read_only_checkout(argv: list[str], code: int, told: str, checkout: Path) -> None:
    (checkout / "kgen.yaml").write_text("apps: {web: {image: nginx}}\n", encoding="utf-8")
    before = sorted(path.name for path in checkout.iterdir())
    result = _kgen(argv, checkout, before=_read_only(checkout))
    assert (result.code, told in result.err) == (code, True), result
    assert result.err.count("\n") <= 2
    assert sorted(path.name for path in checkout.iterdir()) == before


def _read_only(folder: Path) -> tuple[str, ...]:
    """What to put before a command for it to see a folder that cannot be written to, as an administrator neither."""
    unshare = shutil.which("unshare")
    if sys.platform != "linux" or unshare is None:
        pytest.skip("no mount namespaces here")
    script = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && cd "$0" && exec "$@"'
    if subprocess.run(
        [unshare, "-m", "sh", "-c", script, str(folder), "true"], capture_output=True, check=False
    ).returncode:
        pytest.skip("only an administrator mounts")
    return unshare, "-m", "sh", "-c", script, str(folder)


def test_a_full_standard_output(checkout: Path) -> None:
    device = Path("/dev/full")
    if not device.exists():
        pytest.skip("no /dev/full here")
    with device.open("wb") as full:
        command = [sys.executable, "-m", "kgen", *_LINT]
        done = subprocess.run(command, cwd=checkout, stdout=full, stderr=subprocess.PIPE, check=False, timeout=_SECONDS)
    assert (done.returncode, done.stderr) == (2, b"kgen: No space left on device\n")
