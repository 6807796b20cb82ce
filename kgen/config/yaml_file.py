"""A settings file in YAML."""

from kgen.config.setting import Mistake, Place, Setting, refusal
from kgen.errors import KgenError
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source


def read_yaml(source: Source) -> Setting:
    """The settings in `source`, an empty mapping if it is empty; raise KgenError where it is no YAML."""
    documents = parse(source)
    for document in documents:
        if document.problem is not None:
            place = Place(source.path, document.problem.line, document.problem.column)
            message = document.problem.message
            # libyaml takes `[53:53]` for a mapping gone wrong, which its message does not help to see.
            hint = 'inside [ ] put ports in quotes: ["53:53"]' if "unexpected ':'" in message else ""
            raise KgenError(str(Mistake(place, message)), hint)
    if len(documents) > 1:
        place = Place(source.path, documents[1].span.line, documents[1].span.column)
        raise KgenError(str(Mistake(place, "a second document begins here; settings are one document")))
    repeated = [_repeated(again) for document in documents for _, again in document.duplicates]
    if repeated:
        raise refusal(repeated)
    start = Place(source.path, 1, 1)
    if not documents or documents[0].root is None or documents[0].root.value is None:
        return Setting("", start, start, entries={})
    return _setting(documents[0].root, start)


def _repeated(key: Node) -> Mistake:
    place = Place(key.source.path, key.span.line, key.span.column)
    return Mistake(place, f"key `{key.string()}` stands here a second time")


def _setting(node: Node, key_place: Place) -> Setting:
    place = Place(node.source.path, node.span.line, node.span.column)
    value = node.value
    if isinstance(value, dict):
        entries = {key: _setting(child, _key_place(child)) for key, child in node.mapping().items()}
        return Setting(node.path, place, key_place, entries=entries)
    if isinstance(value, list):
        items = tuple(_setting(item, _key_place(item)) for item in node.sequence())
        return Setting(node.path, place, key_place, items=items)
    return Setting(node.path, place, key_place, scalar=value, raw=_as_written(node, value))


def _key_place(node: Node) -> Place:
    """Where the key stands; an item of a list has none, and stands for it itself."""
    span = node.key_span or node.span
    return Place(node.source.path, span.line, span.column)


def _as_written(node: Node, value: object) -> str:
    """What quotes hold, else what stands in the source, before YAML 1.1 makes it a number."""
    if isinstance(value, str):
        return value
    return node.raw.strip()
