"""Whatever parser reads them, public manifests give the same findings, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.libyaml import with_libyaml

_REPOSITORIES = 2
_FILES = 40  # of each; the Python parser reads some 400 kB/s
_LARGEST = 10_000  # bytes
# Tabs are put as blanks, for which the Python parser does not take them (test_go_yaml.py).
_PROGRAM = """
import sys
if sys.argv.pop(1) == "pure":
    sys.modules.update({"yaml._yaml": None, "_ruamel_yaml": None})  # as where no C extension is installed
from kgen.cli.main import run
sys.argv[1:] = ["lint", "--isolated", "--select", "ALL", "--output-format", "json", "--no-progress"]
run()
"""


def _repositories() -> list[Path]:
    corpus = Path(os.environ.get("KGEN_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
    found = sorted(path for path in corpus.glob("*") if path.is_dir())
    return found[:: len(found) // _REPOSITORIES + 1]


def _copied(repository: Path, folder: Path) -> Path:
    """Some of a repository's files, in their folders."""
    files = sorted(path for path in repository.rglob("*.y*ml") if path.is_file() and path.stat().st_size < _LARGEST)
    for path in files[:: len(files) // _FILES + 1]:
        copy = folder / path.relative_to(repository)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes().replace(b"\t", b" "))
    return folder


def _linted(folder: Path, engine: str) -> list[str]:
    command = [sys.executable, "-c", _PROGRAM, engine]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in {0, 1}, done.stderr
    return [line for line in done.stdout.splitlines() if '"seconds"' not in line]


@with_libyaml
def test_with_and_without_libyaml(tmp_path: Path) -> None:
    repositories = _repositories()
    if not repositories:
        pytest.skip("no corpus: set KGEN_CORPUS to a directory of public repositories")
    for repository in repositories:
        folder = _copied(repository, tmp_path / repository.name)
        assert _linted(folder, "libyaml") == _linted(folder, "pure"), repository.name
