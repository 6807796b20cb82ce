"""What `kubectl run --image` takes: the grammar of image references (github.com/distribution/reference)."""

from __future__ import annotations

_LOWER = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = "0123456789"
_LETTERS = _LOWER + _LOWER.upper()
_PATH = _LOWER + _DIGITS
_WORD = frozenset(_LETTERS + _DIGITS + "_")
_HEX = frozenset(_DIGITS + "abcdefABCDEF")


def is_image_reference(text: str) -> bool:
    """Whether `text` is `[domain[:port]/]path[:tag][@algorithm:digest]`; no length is checked but the tag's."""
    named, at, digest = text.partition("@")
    if at and not _is_digest(digest):
        return False
    before, slash, last = named.rpartition("/")
    last, colon, tag = last.partition(":")
    if colon and not _is_tag(tag):
        return False
    first, _, path = (before + slash + last).partition("/")
    if not path:
        return not slash and _is_path_component(first)
    return (_is_path_component(first) or _is_domain(first)) and all(map(_is_path_component, path.split("/")))


def _is_path_component(text: str) -> bool:
    """Lower case letters and digits, parted by `.`, `_`, `__` or any number of `-`."""
    if not text or text[0] not in _PATH or text[-1] not in _PATH or text.strip(_PATH + "._-"):
        return False
    separators = text.translate(dict.fromkeys(map(ord, _PATH), " ")).split()
    return all(separator in (".", "_", "__") or not separator.strip("-") for separator in separators)


def _is_domain(text: str) -> bool:
    if text.startswith("["):
        address, bracket, port = text[1:].partition("]")
        if not (bracket and address and (_HEX | {":"}).issuperset(address)):
            return False
        return not port or (port.startswith(":") and _is_number(port[1:]))
    host, colon, port = text.partition(":")
    return (not colon or _is_number(port)) and all(map(_is_domain_component, host.split(".")))


def _is_domain_component(text: str) -> bool:
    return bool(text) and text[0] != "-" and text[-1] != "-" and not text.strip(_LETTERS + _DIGITS + "-")


def _is_number(text: str) -> bool:
    return bool(text) and not text.strip(_DIGITS)


def _is_tag(text: str) -> bool:
    return 0 < len(text) <= 128 and text[0] in _WORD and (_WORD | {".", "-"}).issuperset(text)


def _is_digest(text: str) -> bool:
    algorithm, _, hexadecimal = text.partition(":")
    parts = algorithm.translate(dict.fromkeys(map(ord, "_+."), "-")).split("-")
    named = all(part and part[0] in _LETTERS and not part.strip(_LETTERS + _DIGITS) for part in parts)
    return named and len(hexadecimal) >= 32 and _HEX.issuperset(hexadecimal)
