"""Which words are kinds of objects that can be traced."""

from __future__ import annotations

from kgen.kubernetes.gateway import ROUTES
from kgen.kubernetes.kind_names import names_kind
from kgen.show.trace.from_object import traceable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kgen.show.trace.wires import Wires

_USUAL = frozenset({"Service", "Ingress", "Gateway", "Deployment", "StatefulSet", "DaemonSet", "Pod"}) | ROUTES


def is_kind_in(every: Iterable[Wires]) -> Callable[[str], bool]:
    """Tells whether a word, as kubectl takes it, means a kind that is usual or that the repository has."""
    known = _USUAL | {resource.kind for wires in every for resource in traceable(wires)}
    return lambda word: any(names_kind(word.partition(".")[0], kind) for kind in known)
