"""Parts as plain data, for another process to read."""

from __future__ import annotations

from kgen.annotation import Any
from kgen.lint.finding import Finding, Place, ResourceIdentity, SourceLine
from kgen.lint.fix.fix import Fix, Safety
from kgen.lint.part import Part
from kgen.lint.severity import Severity
from kgen.lint.verdict import Standing, Verdict
from kgen.record import fields
from kgen.syntax.address import Address, address_of, node_at
from kgen.syntax.edit.edit import Edit
from kgen.syntax.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.address import Documents

# Lists, texts, numbers and None, nested as the fields are; who reads it is of the version of kgen that wrote it.
Data = Any


def part_to_data(part: Part) -> Data:
    """What `part_from_data` makes the same part of, where the same documents are known."""
    return [
        part.looked_at,
        part.name,
        sorted(part.sources),
        sorted(part.covers),
        sorted(part.node_ports),
        [_finding_to_data(each) for each in part.findings],
        [_verdict_to_data(each) for each in part.verdicts],
    ]


def part_from_data(data: Data, documents: Documents) -> Part:
    """The part that became the data; KeyError for one that speaks of a document that is not known."""
    looked_at, name, sources, covers, node_ports, findings, verdicts = data
    return Part(
        name,
        frozenset(sources),
        frozenset(covers),
        frozenset((path, number) for path, number in node_ports),
        tuple(map(_finding, findings)),
        tuple(_verdict(each, documents) for each in verdicts),
        looked_at,
    )


def _verdict_to_data(verdict: Verdict) -> Data:
    place = _row(address_of(verdict.place))
    return [verdict.kind, place, verdict.path, verdict.standing, verdict.words, verdict.reason]


def _verdict(data: Data, documents: Documents) -> Verdict:
    kind, (file, index, keys, of_key), path, standing, words, reason = data
    place = node_at(Address(file, index, tuple(keys), of_key), documents)
    return Verdict(kind, place, path, Standing(standing), words, reason)


def _finding_to_data(finding: Finding) -> Data:
    own = dict(zip(fields(Finding), _row(finding), strict=True))
    resource, fix = finding.resource, finding.fix
    own["place"], own["related"] = _place_to_data(finding.place), [_place_to_data(each) for each in finding.related]
    own["resource"] = None if resource is None else _row(resource)
    own["fix"] = None if fix is None else _fix_to_data(fix)
    return list(own.values())


def _finding(data: Data) -> Finding:
    own = dict(zip(fields(Finding), data, strict=True))
    own["severity"] = Severity(own["severity"])
    own["place"], own["related"] = _place(own["place"]), tuple(map(_place, own["related"]))
    own["resource"] = None if own["resource"] is None else ResourceIdentity(*own["resource"])
    own["fix"] = None if own["fix"] is None else _fix(own["fix"])
    own["units"], own["other_units"] = tuple(own["units"]), tuple(own["other_units"])
    return Finding(**own)


def _place_to_data(place: Place) -> Data:
    lines = [[line.number, line.text, line.mark] for line in place.lines]
    return [place.path, _row(place.span), place.message, lines]


def _place(data: Data) -> Place:
    path, span, message, lines = data
    return Place(path, Span(*span), message, tuple(_line(*each) for each in lines))


def _line(number: int, text: str, mark: Data) -> SourceLine:
    return SourceLine(number, text, None if mark is None else (mark[0], mark[1]))


def _fix_to_data(fix: Fix) -> Data:
    return [[_edit_to_data(each) for each in fix.edits], fix.safety, fix.message, fix.is_open]


def _edit_to_data(edit: Edit) -> Data:
    return [edit.path, _row(edit.span), edit.before, edit.text]


def _fix(data: Data) -> Fix:
    edits, safety, message, is_open = data
    made = tuple(Edit(path, Span(*span), before, text) for path, span, before, text in edits)
    return Fix(made, Safety(safety), message, is_open)


def _row(one: object) -> list[Data]:
    """The values of a record's fields."""
    return [getattr(one, name) for name in fields(type(one))]
