"""Which files kustomizations apply otherwise than they are written."""

from collections.abc import Callable, Iterable, Mapping

from kgen.gitops.kustomization import Kustomization

COMPONENT = "Component"


def altered_files(kustomizations: Iterable[Kustomization]) -> Mapping[str, str]:
    """The files that a kustomization may change or only quotes, each with the reason as a clause.

    A file is applied as it stands when all kustomizations that list it, and all that include these, are plain.
    """
    by_folder = {each.folder: each for each in kustomizations}
    reasons: dict[str, str] = {}
    for each in _with_included(by_folder, lambda kustomization: not _is_plain(kustomization)):
        for path in each.resources:
            reasons.setdefault(path, f"`{each.path}` lists it and may change it, and is not rendered yet")
    for each in by_folder.values():
        for path in each.fragments:
            reasons[path] = f"it is a part of `{each.path}`, not an object by itself"
    return reasons


def moved_files(kustomizations: Iterable[Kustomization]) -> frozenset[str]:
    """The files whose objects get another namespace than they name, from a kustomization or one that includes it."""
    by_folder = {each.folder: each for each in kustomizations}
    moving = _with_included(by_folder, lambda kustomization: "namespace" in kustomization.node)
    return frozenset(path for each in moving for path in each.resources)


def renamed_files(kustomizations: Iterable[Kustomization]) -> frozenset[str]:
    """The files whose objects get another name than they have, from a kustomization or one that includes it."""
    by_folder = {each.folder: each for each in kustomizations}
    renaming = _with_included(by_folder, lambda each: "namePrefix" in each.node or "nameSuffix" in each.node)
    return frozenset(path for each in renaming for path in each.resources)


def _with_included(
    by_folder: Mapping[str, Kustomization], is_meant: Callable[[Kustomization], bool]
) -> list[Kustomization]:
    """The kustomizations that are meant, and all that these include."""
    pending = [each for each in by_folder.values() if is_meant(each)]
    found: dict[str, Kustomization] = {}
    while pending:
        each = pending.pop()
        if each.folder in found:
            continue
        found[each.folder] = each
        included = (*each.resources, *each.components)
        pending += [by_folder[folder] for folder in included if folder in by_folder]
    return list(found.values())


def _is_plain(kustomization: Kustomization) -> bool:
    kind = kustomization.node.get("kind")
    return kustomization.is_plain and (kind is None or kind.value != COMPONENT)
