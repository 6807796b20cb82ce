"""The `[tool.kgen]` table of a pyproject.toml."""

import tomllib
from collections.abc import Mapping

from kgen.config.setting import Mistake, Place, Setting
from kgen.errors import KgenError
from kgen.pattern import lazy_pattern
from kgen.syntax.source import Source

_TABLE = ("tool", "kgen")
_HEADER = lazy_pattern(r"^\s*\[([^\[\]]+)\]")
_KEY = lazy_pattern(r"""^(\s*)("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)\s*=""")
_ERROR_PLACE = lazy_pattern(r" \(at line (\d+), column (\d+)\)$")


def read_toml(source: Source) -> Setting:
    """The settings under `[tool.kgen]`, an empty mapping without it; raise KgenError where it is no TOML.

    tomllib keeps no positions: a key is found by its `key =` line under its table's header, a value at it.
    """
    try:
        document = tomllib.loads(source.text, parse_float=str)  # 1.30 is a Kubernetes version, not 1.3
    except tomllib.TOMLDecodeError as error:
        raise KgenError(_syntax_mistake(source, str(error))) from None
    table: object = document
    for name in _TABLE:
        table = table.get(name, {}) if isinstance(table, Mapping) else {}
    return _setting(table, "", Place(source.path), _key_places(source))


def _syntax_mistake(source: Source, message: str) -> str:
    found = _ERROR_PLACE.search(message)
    place = Place(source.path, int(found[1]), int(found[2])) if found else Place(source.path)
    text = message[: found.start()] if found else message
    return str(Mistake(place, text[:1].lower() + text[1:]))


def _setting(value: object, path: str, key_place: Place, places: Mapping[str, Place]) -> Setting:
    here = places.get(path, key_place)
    if isinstance(value, Mapping):
        entries = {key: _setting(item, f"{path}.{key}".lstrip("."), here, places) for key, item in value.items()}
        return Setting(path, here, here, entries=entries)
    if isinstance(value, list):
        items = tuple(_setting(item, f"{path}[{index}]", here, places) for index, item in enumerate(value))
        return Setting(path, here, here, items=items)
    if isinstance(value, bool):
        return Setting(path, here, here, scalar=value, raw=str(value).lower())
    scalar = value if isinstance(value, int | str) else str(value)
    return Setting(path, here, here, scalar=scalar, raw=str(scalar))


def _key_places(source: Source) -> dict[str, Place]:
    places: dict[str, Place] = {}
    prefix: str | None = None
    for number, line in enumerate(source.text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header is not None:
            prefix = _under_kgen(header[1])
            if prefix:
                places.setdefault(prefix, Place(source.path, number, line.index("[") + 1))
        key = _KEY.match(line)
        if key is not None and prefix is not None:
            path = f"{prefix}.{key[2].strip(_QUOTES)}".lstrip(".")
            places.setdefault(path, Place(source.path, number, len(key[1]) + 1))
    return places


def _under_kgen(header: str) -> str | None:
    """`rules.x` for the header `tool.kgen.rules."x"`, empty for `tool.kgen`, None for other tables."""
    names = [name.strip().strip(_QUOTES) for name in header.split(".")]
    return ".".join(names[2:]) if tuple(names[:2]) == _TABLE else None


_QUOTES = "\"'"
