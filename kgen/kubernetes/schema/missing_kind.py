"""Kinds that an API server does not have in the group they are written in."""

from __future__ import annotations

from kgen.kubernetes.schema.built_in import built_in_kinds
from kgen.kubernetes.schema.hint import closest
from kgen.kubernetes.version import NEWEST_MINOR
from kgen.record import record

_LIKENESS = 0.85  # `Config` is no slip for `ConfigMap`, nor `Template` for `PodTemplate`


@record
class MissingKind:
    """A kind that a built-in group does not have.

    `api_versions` have a kind of this name; `near` is a kind of a similar name in the apiVersion written; `since` is
    the first minor version that has it, None where none is known.
    """

    api_versions: tuple[str, ...]
    near: str
    since: int | None


def missing_kind(api_version: str, kind: str, minor: int) -> MissingKind | None:
    """What is wrong with a kind, None for one that is there and for what the table cannot tell.

    Other groups are custom. Programs have kinds of their own in `v1` (kubeconfig's `Config`, OpenShift's old
    `Template`), so one that is not there has to resemble one that is.
    """
    known = built_in_kinds(minor)
    group = api_version.rpartition("/")[0]
    if group not in known.groups or kind in known.kinds.get(api_version, {}) or kind.endswith("List"):
        return None
    missing = MissingKind(
        api_versions=tuple(known.api_versions(kind)),
        near=closest(kind, known.kinds.get(api_version, {}), _LIKENESS),
        since=_since(api_version, kind, minor),
    )
    return missing if group or missing.api_versions or missing.near else None


def _since(api_version: str, kind: str, minor: int) -> int | None:
    later = range(minor + 1, NEWEST_MINOR + 1)
    return next((each for each in later if kind in built_in_kinds(each).kinds.get(api_version, {})), None)
