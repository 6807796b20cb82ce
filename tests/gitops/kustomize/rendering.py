"""Kustomizations written as text, built in a folder of their own."""

from pathlib import Path

from kgen.gitops.kustomize.build import Build, build
from kgen.gitops.kustomize.builder import Builder
from kgen.gitops.kustomize.files import Files
from kgen.syntax.emit.yaml import to_yaml

OVERLAYS = Path(__file__).parent / "overlays"
EXPECTED = "expected"


def sections(text: str) -> dict[str, str]:
    """The files of a text in which `=== PATH` stands before each."""
    parts = ("\n" + text).split("\n=== ")[1:]
    files = dict(part.partition("\n")[::2] for part in parts)
    return {
        path: content if content.endswith("\n") or not content else content + "\n" for path, content in files.items()
    }


def write(root: Path, files: dict[str, str]) -> None:
    """Write the files below a folder."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())


def built(root: Path, folder: str = "") -> Build:
    """The build of a folder."""
    return build(Builder(Files(root)), folder)


def printed(build_of: Build) -> str:
    """The objects as they are printed."""
    return "---\n".join(to_yaml(value.plain()) for value in build_of.resources)
