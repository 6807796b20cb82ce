"""The keys and values of generated ConfigMaps and Secrets: literals, files and env files."""

from collections.abc import Iterator

from kgen.gitops.kustomize.loader import Loader
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.tree import Value
from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.syntax.node import Node

_KEY = lazy_pattern(r"[-._a-zA-Z0-9]+")
_MARK = b"\xef\xbb\xbf"
_SPACE = b" \t\v\f\r\n"


@record
class Pair:
    """A key, its value, and the entry of the kustomization that gives it."""

    key: str
    value: bytes
    origin: Node | None


def pairs(arguments: Value, loader: Loader) -> Iterator[Pair]:
    """All pairs of a generator: env files first, then literals, then files."""
    env_files = [*_entries(arguments, "envs")]
    single = arguments.get("env")
    for entry in [*env_files, *([single] if single is not None and single.data else [])]:
        yield from _env_file(entry, loader)
    for entry in _entries(arguments, "literals"):
        yield _checked(_literal(entry))
    for entry in _entries(arguments, "files"):
        yield _checked(_file(entry, loader))


def _entries(arguments: Value, field: str) -> list[Value]:
    found = arguments.get(field)
    return found.items if found is not None else []


def _checked(pair: Pair) -> Pair:
    if _KEY.fullmatch(pair.key) is None or pair.key in (".", "..") or len(pair.key) > 253:
        raise BuildError(f"`{pair.key}` is no key: letters, digits, `-`, `_` and `.` are allowed", pair.origin)
    return pair


def _literal(entry: Value) -> Pair:
    key, equals, text = entry.text().partition("=")
    if not key or not equals:
        raise BuildError("a literal is `key=value`", entry.origin)
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return Pair(key, text.encode("utf-8", "surrogateescape"), entry.origin)


def _file(entry: Value, loader: Loader) -> Pair:
    text = entry.text()
    key, equals, path = text.partition("=")
    if not equals:
        key, path = text.rstrip("/").rpartition("/")[2], text
    if not key or not path or "=" in path:
        raise BuildError(f"`{text}` is no file or `key=file`", entry.origin)
    return Pair(key, loader.bytes(entry, path), entry.origin)


def _env_file(entry: Value, loader: Loader) -> Iterator[Pair]:
    for number, line in enumerate(loader.bytes(entry, entry.text()).split(b"\n")):
        text = line.removesuffix(b"\r")
        text = (text.removeprefix(_MARK) if number == 0 else text).lstrip(_SPACE)
        if not text or text.startswith(b"#"):
            continue
        key, _, value = text.partition(b"=")
        try:
            yield _checked(Pair(key.decode(), value, entry.origin))
        except UnicodeDecodeError:
            raise BuildError(f"line {number + 1} of `{entry.text()}` is no UTF-8", entry.origin) from None
