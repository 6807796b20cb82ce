"""How the lists of a built-in kind are merged: by which keys."""

from __future__ import annotations

import json
from functools import cache

from kgen.data import root
from kgen.record import record

_Field = dict[str, str | list[str]]


@record(eq=False)
class Schema:
    """What is known of a value: the type of a mapping, or of a list's items and its merge keys; one for each field."""

    type: str = ""
    items: str = ""
    values: str = ""
    strategies: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def is_merged_list(self) -> bool:
        """Whether lists are merged, by `keys` or, without these, as sets."""
        return "merge" in self.strategies

    def field(self, key: str) -> Schema | None:
        """What is known of a mapping's field."""
        if self.values:
            return _of_type(self.values)
        return _fields(self.type).get(key)

    def item(self) -> Schema | None:
        """What is known of a list's items."""
        return _of_type(self.items) if self.items else None


@cache
def schema_of_kind(api_version: str, kind: str) -> Schema | None:
    """What is known of a kind; None for custom resources."""
    name = _table()["kinds"].get(f"{api_version} {kind}")
    return _of_type(name) if isinstance(name, str) else None


@cache
def _of_type(name: str) -> Schema:
    return Schema(type=name)


@cache
def _fields(name: str) -> dict[str, Schema]:
    found = _table()["types"].get(name, {})
    return {key: _schema(field) for key, field in found.items()}


def _schema(field: _Field) -> Schema:
    return Schema(
        type=str(field.get("ref", "")),
        items=str(field.get("items", "")),
        values=str(field.get("values", "")),
        strategies=tuple(str(field.get("strategy", "")).split(",")),
        keys=tuple(field.get("keys", ())),
    )


@cache
def _table() -> dict[str, dict[str, dict[str, _Field]]]:
    text = (root() / "schemas" / "kustomize" / "merge-keys.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, dict[str, _Field]]] = json.loads(text)
    return table
