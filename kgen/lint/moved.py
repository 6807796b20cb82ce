"""Findings whose paths start elsewhere."""

from __future__ import annotations

from kgen.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.lint.finding import Finding, Place


def moved(finding: Finding, path: Callable[[str], str]) -> Finding:
    """The finding with every path replaced: of its places, and of what its fix changes."""

    def there(place: Place) -> Place:
        return replace(place, path=path(place.path))

    fix = finding.fix
    if fix is not None:
        fix = replace(fix, edits=tuple(replace(edit, path=path(edit.path)) for edit in fix.edits))
    return replace(finding, place=there(finding.place), related=tuple(map(there, finding.related)), fix=fix)
