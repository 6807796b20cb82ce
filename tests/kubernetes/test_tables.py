"""The data tables of schemas/: complete rows, each with its source."""

import json
from collections.abc import Iterator
from typing import cast

import pytest

from kgen.data import root

TABLES = {
    "pod-templates.json": ("kinds",),
    "runtime-labels.json": ("labels",),
    "opaque-sources.json": ("kinds", "inert"),
    "dynamic-listeners.json": ("images", "sidecar-ports"),
    "service-references.json": ("kinds",),
}


def rows(table: str) -> Iterator[dict[str, object]]:
    """Every row of a table."""
    document = json.loads((root() / "schemas" / table).read_text(encoding="utf-8"))
    for part in TABLES[table]:
        yield from cast("list[dict[str, object]]", document[part])


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_its_source(table: str) -> None:
    assert all(str(row.get("source", "")).startswith("https://") for row in rows(table))


@pytest.mark.parametrize("table", TABLES)
def test_no_row_stands_twice(table: str) -> None:
    told = [tuple(sorted((key, str(value)) for key, value in row.items() if key != "source")) for row in rows(table)]
    assert len(set(told)) == len(told)
