"""The table of API versions that Kubernetes serves no more (schemas/removed-apis.json)."""

from __future__ import annotations

import json
from functools import cache

from kgen.data import root
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = "removed-apis.json"


@record
class RemovedApi:
    """A kind that `api_version` had until Kubernetes 1.`minor` came without it.

    `instead` is the apiVersion that has it now, empty where the kind is gone; `note` says what else differs.
    """

    api_version: str
    kind: str
    minor: int
    instead: str
    note: str


def removed_api(api_version: str, kind: str, minor: int) -> RemovedApi | None:
    """The row of a kind that is gone in Kubernetes 1.`minor`, None for one that is there or never was."""
    row = _table().get((api_version, kind))
    return row if row is not None and row.minor <= minor else None


@cache
def _table() -> Mapping[tuple[str, str], RemovedApi]:
    document = json.loads((root() / "schemas" / TABLE).read_text(encoding="utf-8"))
    return {
        (row["apiVersion"], kind): RemovedApi(
            row["apiVersion"], kind, row["removed"], row.get("instead", ""), row.get("note", "")
        )
        for row in document["apis"]
        for kind in row["kinds"]
    }
