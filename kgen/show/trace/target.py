"""What to trace, as somebody writes it: `30003`, `svc/web:http`, `https://shop.example.com/cart`."""

from __future__ import annotations

from kgen.errors import KgenError
from kgen.pattern import lazy_pattern
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_HIGHEST = 65535
_OBJECT = lazy_pattern(r"(?P<kind>[A-Za-z][A-Za-z0-9.-]*)/(?P<name>[^:/]+)(?::(?P<port>[^:/]+))?(?P<path>/.*)?")
_ADDRESS = lazy_pattern(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?P<host>[A-Za-z0-9*](?:[A-Za-z0-9._-]*[A-Za-z0-9_.])?)"
    r"(?::(?P<port>\d{1,5}))?(?P<path>/[^?#]*)?(?:[?#].*)?"
)
_PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443}
_FORMS = "write a node port, KIND/NAME[:PORT], HOST[:PORT][/PATH] or a URL"


@record
class NodePortTarget:
    """A port of the nodes."""

    number: int


@record
class ObjectTarget:
    """Objects of a name; `kind` is a word for their kind, `port` and `path` narrow them, empty for all."""

    kind: str
    name: str
    port: str = ""
    path: str = ""


@record
class AddressTarget:
    """A host inside or outside of the cluster; `port` and `path` are None where they are left out, for any."""

    host: str
    port: int | None
    path: str | None


Target = NodePortTarget | ObjectTarget | AddressTarget


def parse_target(text: str, is_kind: Callable[[str], bool]) -> Target:
    """Read a target; `is_kind` tells words for kinds from hosts. Raise KgenError for what is none."""
    if text.isascii() and text.isdecimal():
        return _node_port(text)
    word = text.removesuffix("/")
    if word.isalpha() and is_kind(word):
        raise KgenError(f"`{text}` is a kind, and no object of it is named", f"write `{word}/NAME`")
    found = _OBJECT.fullmatch(text)
    if found is not None and is_kind(found["kind"]):
        return ObjectTarget(found["kind"], found["name"], found["port"] or "", found["path"] or "")
    address = _ADDRESS.fullmatch(text)
    if address is None:
        raise KgenError(f"`{text}` is nothing that can be traced", _FORMS)
    if found is not None and "." not in address["host"] and address["port"] is None and address["scheme"] is None:
        raise KgenError(f"`{found['kind']}` is no kind that the repository has, and no host", _FORMS)
    return _address(text, address)


def _node_port(text: str) -> NodePortTarget:
    number = int(text)
    if not 0 < number <= _HIGHEST:
        raise KgenError(f"`{text}` is no port", f"ports are 1 to {_HIGHEST}")
    return NodePortTarget(number)


def _address(text: str, found: re.Match[str]) -> AddressTarget:
    port = _PORTS.get((found["scheme"] or "").lower()) if found["port"] is None else int(found["port"])
    if port is not None and not 0 < port <= _HIGHEST:
        raise KgenError(f"`{text}` has no port that can be: {port}", f"ports are 1 to {_HIGHEST}")
    return AddressTarget(found["host"].lower().rstrip("."), port, found["path"])
