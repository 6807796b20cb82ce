"""The linters that are compared, and how each is run on a tree."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from json_schemas import TEMPLATE

Prepare = Callable[[Path, Sequence[Path], int], None]
"""Make ready for a turn: the tree, its manifests and the number of the turn."""

INSTALL = {
    "kubeconform": "go install github.com/yannh/kubeconform/cmd/kubeconform@latest",
    "kube-score": "go install github.com/zegl/kube-score/cmd/kube-score@latest",
    "kube-linter": "go install golang.stackrox.io/kube-linter/cmd/kube-linter@latest",
    "kubectl": "https://kubernetes.io/docs/tasks/tools/",
}
DANGLING = (
    "dangling-service,dangling-ingress,dangling-networkpolicy,dangling-horizontalpodautoscaler,dangling-servicemonitor"
)


def _nothing(_tree: Path, _files: Sequence[Path], _turn: int) -> None:
    """What most tools need before a turn."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A command line; `command` makes it of the manifests, which it is run beside."""

    name: str
    command: Callable[[Sequence[Path]], list[str]]
    prepare: Prepare = _nothing


def tools(kgen: Path, schemas: Path, cache: Path) -> list[Tool]:
    """Those that are there: kgen four times, then its peers."""
    location = f"{schemas}/{TEMPLATE}"
    peers = (
        ("kubeconform", ["-n", "2", "-strict", "-ignore-missing-schemas", "-schema-location", location, "."]),
        ("kube-linter", ["lint", "--include", DANGLING, "."]),
    )
    found = [_folder_tool(name, program, arguments) for name, arguments in peers if (program := program_of(name))]
    score = program_of("kube-score")
    if score is not None:
        found.append(Tool("kube-score", lambda files: [score, "score", *map(str, files)]))
    return [*_kgen(kgen, cache), *found]


def _folder_tool(name: str, program: str, arguments: list[str]) -> Tool:
    """One that finds the manifests by itself."""
    return Tool(name, lambda _files: [program, *arguments])


def kustomize() -> Tool | None:
    """`kubectl kustomize` on the first of the paths that it is given, a folder."""
    kubectl = program_of("kubectl")
    return None if kubectl is None else Tool("kubectl", lambda folders: [kubectl, "kustomize", str(folders[0])])


def program_of(name: str) -> str | None:
    """The program on PATH; None where there is none, which is told once."""
    found = shutil.which(name)
    if found is None and name in INSTALL:
        print(f"{name} is skipped, it is not on PATH: {INSTALL.pop(name)}")
    return found


def _kgen(kgen: Path, cache: Path) -> list[Tool]:
    line = [str(kgen), "lint", "--quiet", "--cache-dir", str(cache)]
    no_cache = [str(kgen), "lint", "--quiet", "--no-cache"]
    return [
        Tool("kgen, cold", lambda _files: line, lambda _tree, _files, _turn: shutil.rmtree(cache, ignore_errors=True)),
        Tool("kgen, nothing changed", lambda _files: line),
        Tool("kgen, one file changed", lambda _files: line, _change_one),
        Tool("kgen, --no-cache", lambda _files: no_cache),
    ]


def _change_one(tree: Path, files: Sequence[Path], turn: int) -> None:
    """Add a comment to a manifest in the middle."""
    with (tree / files[len(files) // 2]).open("a", encoding="utf-8") as stream:
        stream.write(f"# turn {turn}\n")
