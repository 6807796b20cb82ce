"""Which of the addresses that routes speak of a request goes to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from kgen.kubernetes.web_address import PathMatch, WebAddress
from kgen.pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

Item = TypeVar("Item")
Fit = tuple[int, int, int, int]

_VARIABLE = lazy_pattern(r"\$\{[^}]*\}")  # of Flux, filled in when it is applied
_LITERAL = lazy_pattern(r"[^\\^$*+?()\[\]{}|.]*")


def fit(address: WebAddress, host: str, path: str | None) -> Fit | None:
    """How closely an address meets a request, for comparing; None where it does not.

    A host given in full goes before a wildcard, an exact path before a prefix, a longer one before a shorter:
    https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches. Without a `path` any is met.
    """
    by_host = _host_fit(address.host.lower(), host)
    by_path = (0, 0) if path is None else _path_fit(address, path)
    return None if by_host is None or by_path is None else (*by_host, *by_path)


def closest(found: Iterable[tuple[str, Fit, Item]]) -> list[Item]:
    """The items that fit most closely of those of one key, each once."""
    by_key: dict[str, list[tuple[Fit, Item]]] = defaultdict(list)
    for key, closeness, item in found:
        by_key[key].append((closeness, item))
    highest = {key: max(closeness for closeness, _ in fits) for key, fits in by_key.items()}
    best = (item for key, fits in by_key.items() for closeness, item in fits if closeness == highest[key])
    return list(dict.fromkeys(best))


def _host_fit(host: str, asked: str) -> tuple[int, int] | None:
    if host == asked:
        return 2, len(host)
    if host.startswith("*.") and asked.endswith(host[1:]):
        return 1, len(host)
    if has_variable(host) and _is_around(_VARIABLE.split(host), asked):
        return 1, 0
    return (0, 0) if host in ("", "*") else None


def has_variable(text: str) -> bool:
    """Whether a part of a text is filled in later."""
    return _VARIABLE.search(text) is not None


def _is_around(parts: list[str], asked: str) -> bool:
    """Whether a host begins and ends with what stands around the variables of another."""
    start, end = parts[0].lower(), parts[-1].lower()
    return asked.startswith(start) and asked.endswith(end) and len(asked) > len(start) + len(end)


def _path_fit(address: WebAddress, asked: str) -> tuple[int, int] | None:
    path = address.path
    match address.match:
        case PathMatch.EXACT:
            return (1, len(path)) if asked == path else None
        case PathMatch.ELEMENTS:
            stem = path.rstrip("/")
            return (0, len(stem)) if asked == stem or asked.startswith(f"{stem}/") else None
        case PathMatch.TEXT:
            return (0, len(path)) if asked.startswith(path) else None
        case PathMatch.PATTERN:
            start = _literal_start(path)
            return (0, len(start)) if asked.startswith(start) else None


def _literal_start(pattern: str) -> str:
    """What every text begins with that a regular expression matches; it is not run, as nobody knows for how long."""
    found = _LITERAL.match(pattern)
    start = "" if found is None else found[0]
    rest = pattern[len(start) :]
    return start[:-1] if rest[:1] in ("*", "?", "{") else start
