"""SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as GitHub code scanning takes it."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from kgen import __version__
from kgen.lint.documentation import read_documentation
from kgen.lint.finding import SuppressionKind
from kgen.lint.severity import Severity
from kgen.report.rule_page import markdown, text
from kgen.report.units import headline
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.lint.finding import Finding, Place, Suppression
    from kgen.lint.fix.fix import Fix
    from kgen.lint.rule import Rule
    from kgen.report.findings_json import Json
    from kgen.report.report import Report
    from kgen.report.style import Style
    from kgen.syntax.edit.edit import Edit
    from kgen.syntax.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KINDS = {
    SuppressionKind.COMMENT: "inSource",
    SuppressionKind.ANNOTATION: "inSource",
    SuppressionKind.BASELINE: "external",
}
_BASE = "%SRCROOT%"


def render(report: Report, _style: Style) -> str:
    """One log with one run, in ASCII; suppressed findings are results with suppressions."""
    log: Json = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json.dumps(log, indent=2) + "\n"


def _run(report: Report) -> Json:
    found = sorted({finding.rule for finding in report.findings})
    described = [report.rules[name] for name in found if name in report.rules]
    indexes = {rule.name: index for index, rule in enumerate(described)}
    driver: Json = {"name": "kgen", "version": __version__, "rules": [_rule(rule) for rule in described]}
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": "kgen/"},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, indexes.get(finding.rule)) for finding in report.findings],
    }


def _rule(rule: Rule) -> Json:
    documentation = read_documentation(rule.documentation)
    return {
        "id": rule.name,
        "shortDescription": {"text": documentation.title or rule.name},
        "help": {"text": text(rule), "markdown": markdown(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _result(finding: Finding, index: int | None) -> Json:
    result: dict[str, Json] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(headline(finding))},
        "locations": [{"physicalLocation": _physical(finding.place), **_logical(finding)}],
        "partialFingerprints": {"kgen/v1": finding.fingerprint},
    }
    if index is not None:
        result["ruleIndex"] = index
    if finding.related:
        result["relatedLocations"] = _related(finding.related)
    if finding.fix is not None:
        result["fixes"] = [_fix(finding.fix)]
    if finding.suppressed is not None:
        result["suppressions"] = [_suppression(finding.suppressed)]
    return result


def _related(places: Sequence[Place]) -> Json:
    return [
        {"id": number, "physicalLocation": _physical(place), "message": {"text": visible(place.message)}}
        for number, place in enumerate(places, start=1)
    ]


def _fix(fix: Fix) -> Json:
    by_path = groupby(sorted(fix.edits, key=lambda edit: (edit.path, edit.span)), lambda edit: edit.path)
    return {
        "description": {"text": visible(fix.message)},
        "artifactChanges": [
            {"artifactLocation": _location(path), "replacements": [_replacement(edit) for edit in edits]}
            for path, edits in by_path
        ],
        "properties": {"safety": fix.safety.value},
    }


def _replacement(edit: Edit) -> Json:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _physical(place: Place) -> dict[str, Json]:
    return {"artifactLocation": _location(place.path), "region": _region(place.span)}


def _location(path: str) -> Json:
    if Path(path).is_absolute():  # another drive of Windows than the one stood in
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(path.encode("utf-8", "surrogateescape")), "uriBaseId": _BASE}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _logical(finding: Finding) -> dict[str, Json]:
    """The field of the resource at fault, in Kubernetes' words."""
    if finding.resource is None:
        return {}
    name = visible(f"{finding.resource} {finding.field}".strip())
    return {"logicalLocations": [{"fullyQualifiedName": name, "kind": "object"}]}


def _suppression(suppression: Suppression) -> Json:
    return {"kind": _KINDS[suppression.kind], "justification": visible(suppression.reason)}
