"""The text of an `Endpoints` line."""

from collections.abc import Iterable

_SHOWN = 3


def abridged(endpoints: Iterable[str | None]) -> str:
    """The first three between commas and how many more there are; None is an endpoint that is not ready.

    kubectl says `+ 0 more...` where only such ones follow the third.
    """
    shown: list[str] = []
    ready, is_cut = 0, False
    for endpoint in endpoints:
        is_cut = is_cut or len(shown) == _SHOWN
        if endpoint is None:
            continue
        ready += 1
        if not is_cut:
            shown.append(endpoint)
    return ",".join(shown) + (f" + {ready - _SHOWN} more..." if is_cut else "")
