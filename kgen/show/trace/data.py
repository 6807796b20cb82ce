"""A trace as JSON, which docs/trace.md describes."""

from __future__ import annotations

import json

from kgen.show.trace.summary import summaries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgen.lint.finding import Finding
    from kgen.lint.finding import Place as FindingPlace
    from kgen.show.trace.passage import Entrance, Hop, Passage
    from kgen.show.trace.shown import Trace

    Json = dict[str, "Json"] | list["Json"] | str | int | None

VERSION = 1


def as_json(trace: Trace, target: str) -> str:
    """One indented object in ASCII."""
    whole: Json = {
        "version": VERSION,
        "target": target,
        "state": trace.state,
        "total": trace.total,
        "paths": [_passage(each) for each in trace.passages],
    }
    return json.dumps(whole, indent=2) + "\n"


def _passage(passage: Passage) -> Json:
    return {
        "summary": _texts(summaries(passage)),
        "state": passage.state,
        "units": _texts(passage.units),
        "entrances": [_entrance(each) for each in passage.entrances],
        "service": None if passage.service is None else _hop(passage.service),
        "ends": [_hop(each) for each in passage.ends],
    }


def _entrance(entrance: Entrance) -> Json:
    return {**_hop(entrance.hop), "gateways": [_hop(each) for each in entrance.gateways]}


def _hop(hop: Hop) -> dict[str, Json]:
    owner, place = hop.owner, hop.place
    return {
        "kind": hop.stop,
        "label": hop.label,
        "number": hop.number,
        "name": hop.name,
        "protocol": hop.protocol,
        "object": None if owner is None else {"kind": owner.kind, "namespace": owner.namespace, "name": owner.name},
        "container": hop.container,
        "path": None if place is None else place.path,
        "line": None if place is None else place.line,
        "column": None if place is None else place.column,
        "why": _texts(hop.why),
        "state": hop.state,
        "reason": hop.reason,
        "findings": [_finding(each) for each in hop.findings],
    }


def _texts(texts: Iterable[str]) -> Json:
    return list(texts)


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        **_place(finding.place),
        "related": [{**_place(each), "message": each.message} for each in finding.related],
    }


def _place(place: FindingPlace) -> dict[str, Json]:
    return {"path": place.path, "line": place.span.line, "column": place.span.column}
