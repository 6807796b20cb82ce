"""The ports of an app or a service: a list, or a mapping by name, of texts and friendlier mappings."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from kgen.config.setting import Mistake, Setting
from kgen.generate.spec.model import Port
from kgen.generate.spec.port_text import (
    PortSyntaxError,
    PortText,
    parse_node_port,
    parse_number,
    parse_port,
    parse_protocols,
    parse_target,
)

T = TypeVar("T")

_NODE_PORT = ("publicPort", "externalPort", "nodePort")
_PORT = ("servicePort", "internalPort", "port")
_TARGET = ("podPort", "applicationPort", "targetPort")


def read_ports(setting: Setting | None, mistakes: list[Mistake]) -> tuple[Port, ...]:
    """Read every entry, adding what is wrong to `mistakes`; entries with a mistake are left out."""
    if setting is None:
        return ()
    return tuple(port for name, entry in _named_entries(setting) for port in _read_entry(name, entry, mistakes))


def _named_entries(setting: Setting) -> Iterator[tuple[str, Setting]]:
    yield from (setting.entries or {}).items()
    yield from (("", item) for item in setting.items or ())


def _read_entry(name: str, entry: Setting, mistakes: list[Mistake]) -> list[Port]:
    text = _from_object(entry, mistakes) if entry.entries is not None else _from_text(entry, mistakes)
    if text is None:
        return []
    app_protocol = entry.get("appProtocol")
    return [
        Port(
            place=entry.place,
            name=text.name_of(protocol, name),
            named=bool(name),
            node_port=text.node_port,
            port=text.port,
            target=text.target,
            protocol=protocol,
            app_protocol=app_protocol.raw if app_protocol is not None else "",
        )
        for protocol in text.protocols
    ]


def _from_text(entry: Setting, mistakes: list[Mistake]) -> PortText | None:
    if entry.items is not None or entry.scalar is None:
        return None  # the schema has said so
    return _parsed(entry, parse_port, mistakes)


def _from_object(entry: Setting, mistakes: list[Mistake]) -> PortText | None:
    before = len(mistakes)
    port = _part(entry, _PORT, parse_number, mistakes)
    node_port: int | str | None = _part(entry, _NODE_PORT, parse_node_port, mistakes)
    target: int | str | None = _part(entry, _TARGET, parse_target, mistakes)
    protocols = _part(entry, ("protocol",), parse_protocols, mistakes)
    if len(mistakes) > before:
        return None
    if port is None:
        mistakes.append(Mistake(entry.key_place, f"`{entry.path}` lacks `servicePort`"))
        return None
    return PortText(node_port, port, port if target is None else target, protocols or ("TCP",))


def _part(entry: Setting, names: tuple[str, ...], parse: Callable[[str], T], mistakes: list[Mistake]) -> T | None:
    given = [name for name in names if entry.get(name) is not None]
    if len(given) > 1:
        second = entry.get(given[1])
        place = second.key_place if second is not None else entry.place
        mistakes.append(Mistake(place, f"`{given[1]}` is another name for `{given[0]}`: give one of them"))
        return None
    setting = entry.get(given[0]) if given else None
    return None if setting is None else _parsed(setting, parse, mistakes)


def _parsed(setting: Setting, parse: Callable[[str], T], mistakes: list[Mistake]) -> T | None:
    try:
        return parse(setting.raw)
    except PortSyntaxError as error:
        mistakes.append(Mistake(setting.place, str(error)))
        return None
