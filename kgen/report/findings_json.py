"""One JSON object, described by schemas/findings.schema.json."""

from __future__ import annotations

import json
from collections import Counter

from kgen.lint.finding import ResourceIdentity, SuppressionKind
from kgen.lint.fix.fix import Safety
from kgen.lint.severity import Severity
from kgen.record import fields
from kgen.report.fixable import fixable
from kgen.report.units import also_changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.lint.finding import Finding, Place, Suppression
    from kgen.report.report import Report
    from kgen.report.style import Style
    from kgen.syntax.edit.edit import Edit

VERSION = 1

Json = dict[str, "Json"] | list["Json"] | str | int | float | None


def render(report: Report, _style: Style) -> str:
    """The whole report as one indented JSON object in ASCII."""
    whole: Json = {
        "version": VERSION,
        "summary": _summary(report),
        "findings": [finding_data(finding) for finding in report.findings],
    }
    return json.dumps(whole, indent=2) + "\n"


def _summary(report: Report) -> Json:
    summary = report.summary
    by_severity = Counter(finding.severity for finding in report.standing)
    by_kind = Counter(finding.suppressed.kind for finding in report.findings if finding.suppressed)
    return {
        "findings": {severity.value: by_severity[severity] for severity in Severity},
        "fixable": {safety.value: fixable(report, safety) for safety in Safety},
        "suppressed": {kind.value: by_kind[kind] for kind in SuppressionKind},
        "files": summary.files,
        "services": summary.services,
        "references": {
            "verified": summary.verified,
            "broken": summary.broken,
            "unverifiable": summary.unverifiable,
        },
        "charts_not_rendered": summary.charts,
        "templates_skipped": summary.templates,
        "documents_unreadable": summary.unreadable,
        "custom_resources_undefined": summary.undefined,
        "seconds": round(summary.seconds, 3),
    }


def finding_data(finding: Finding) -> Json:
    """One finding, described by the schema's `finding`."""
    span = finding.place.span
    return {
        "rule": finding.rule,
        "group": finding.group,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.place.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "resource": _resource(finding.resource) if finding.resource else None,
        "field": finding.field,
        "units": list(finding.units),
        "related": [_related(place) for place in finding.related],
        "fix": _fix(finding),
        "suppressed": _suppressed(finding.suppressed),
        "fingerprint": finding.fingerprint,
    }


def _resource(resource: ResourceIdentity) -> Json:
    return {name: getattr(resource, name) for name in fields(ResourceIdentity)}


def _fix(finding: Finding) -> Json:
    fix = finding.fix
    if fix is None:
        return None
    return {
        "safety": fix.safety.value,
        "message": fix.message,
        "edits": [_edit(edit) for edit in fix.edits],
        "also_changes": list(also_changed(finding)),
    }


def _edit(edit: Edit) -> Json:
    return {
        "path": edit.path,
        "line": edit.span.line,
        "column": edit.span.column,
        "end_line": edit.span.end_line,
        "end_column": edit.span.end_column,
        "text": edit.text,
    }


def _suppressed(suppression: Suppression | None) -> Json:
    return None if suppression is None else {"kind": suppression.kind.value, "reason": suppression.reason}


def _related(place: Place) -> Json:
    return {
        "path": place.path,
        "line": place.span.line,
        "column": place.span.column,
        "message": place.message,
    }
