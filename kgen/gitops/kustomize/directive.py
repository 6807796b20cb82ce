"""`$patch` in strategic merge patches."""

from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value

DELETE = "delete"
REPLACE = "replace"
_KEY = "$patch"
_KNOWN = (DELETE, REPLACE, "merge")


def take_directive(patch: Value) -> str:
    """Remove a mapping's directive, or a list's item that is only one, and return it; empty for none.

    Raise BuildError for a directive that does not exist.
    """
    if isinstance(patch.data, list):
        return _take_from_list(patch.data)
    found = patch.fields.get(_KEY)
    if found is None or found.data is None:
        return ""
    _check(found)
    del patch.fields[_KEY]
    return found.text()


def _take_from_list(items: list[Value]) -> str:
    item = next((each for each in items if _KEY in each.fields), None)
    if item is None or len(item.fields) > 1:
        return ""
    found = item.fields[_KEY]
    _check(found)
    items[:] = [each for each in items if each.text_at(_KEY) != found.text()]
    return found.text()


def _check(found: Value) -> None:
    if found.text() not in _KNOWN:
        raise BuildError(f"unknown patch directive `{found.text()}`: delete, replace or merge", found.origin)
