"""The patches of a kustomization, wherever they are written.

https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
"""

from collections.abc import Iterator
from posixpath import join, normpath

from kgen.gitops.kustomization import Kustomization
from kgen.record import record
from kgen.syntax.node import Node

_FIELDS = ("patches", "patchesStrategicMerge", "patchesJson6902")


@record
class Patch:
    """One patch: its text stands at `text`, or in the file at `path`; `kind` is the kind of its target where given."""

    text: Node | None
    path: str
    kind: str


def patches(kustomization: Kustomization) -> Iterator[Patch]:
    """Those of every field; an entry of `patchesStrategicMerge` is a path if it is one line, and a text else."""
    for field in _FIELDS:
        for entry in kustomization.node.get(field) or ():
            written = entry.string()
            if written is None:
                yield from _of_mapping(entry, kustomization.folder)
            elif "\n" in written:
                yield Patch(entry, "", "")
            else:
                yield Patch(None, normpath(join(kustomization.folder, written)), "")


def _of_mapping(entry: Node, folder: str) -> Iterator[Patch]:
    target = entry.get("target")
    kind = "" if target is None else target.text_at("kind")
    text, path = entry.get("patch"), entry.text_at("path")
    if text is not None and text.string():
        yield Patch(text, "", kind)
    elif path:
        yield Patch(None, normpath(join(folder, path)), kind)
