"""The JSON format and its schema."""

import json

import jsonschema
import pytest

from kgen.data import root
from kgen.lint.finding import ResourceIdentity
from kgen.report.findings_json import render
from kgen.report.report import Report
from kgen.report.style import PLAIN
from tests.report.findings import finding, place, report, suppressed

SCHEMA = json.loads((root() / "schemas" / "findings.schema.json").read_text(encoding="utf-8"))
MAIN = place("apps/a.yaml", 9, "    app: wbe", "wbe", "selects nothing")
RELATED = place("apps/b.yaml", 3, "  app: web", "web", "nearest")


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(report(), id="no findings"),
        pytest.param(report(finding(MAIN)), id="a finding outside of any resource"),
        pytest.param(
            report(finding(MAIN, RELATED, resource=ResourceIdentity("v1", "Service", None, "web"))),
            id="resource without namespace, related place",
        ),
        pytest.param(report(finding(place("b\udcff.yaml", 1, "a: b", "b"))), id="a path that is not UTF-8"),
    ],
)
def test_every_report_fits_the_schema(whole: Report) -> None:
    jsonschema.validate(json.loads(render(whole, PLAIN)), SCHEMA)


def test_the_shape() -> None:
    resource = ResourceIdentity("v1", "Service", "web", "shop")
    whole = report(finding(MAIN, RELATED, resource=resource), suppressed(finding(MAIN)))
    printed = json.loads(render(whole, PLAIN))
    assert printed["findings"].pop()["suppressed"] == {"kind": "comment", "reason": "known"}
    assert printed == {
        "version": 1,
        "summary": {
            "findings": {"error": 1, "warning": 0, "info": 0},
            "fixable": {"safe": 0, "unsafe": 0},
            "suppressed": {"comment": 1, "annotation": 0, "baseline": 0},
            "files": 3,
            "services": 1,
            "references": {"verified": 2, "broken": 1, "unverifiable": 4},
            "charts_not_rendered": 0,
            "templates_skipped": 0,
            "documents_unreadable": 0,
            "custom_resources_undefined": 0,
            "seconds": 0.5,
        },
        "findings": [
            {
                "rule": "orphan-selector",
                "group": "selector",
                "severity": "error",
                "message": "selector `app=wbe` matches no pod template",
                "path": "apps/a.yaml",
                "line": 9,
                "column": 10,
                "end_line": 9,
                "end_column": 13,
                "resource": {"api_version": "v1", "kind": "Service", "namespace": "web", "name": "shop"},
                "field": "spec.selector.app",
                "units": [],
                "related": [{"path": "apps/b.yaml", "line": 3, "column": 8, "message": "nearest"}],
                "fix": None,
                "suppressed": None,
                "fingerprint": "0123456789abcdef",
            }
        ],
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("line", 0, id="line 0"),
        pytest.param("severity", "fatal", id="unknown severity"),
        pytest.param("path", None, id="no path"),
        pytest.param("other", 1, id="unknown key"),
    ],
)
def test_the_schema_refuses(key: str, value: object) -> None:
    printed = json.loads(render(report(finding(MAIN)), PLAIN))
    printed["findings"][0][key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(printed, SCHEMA)
