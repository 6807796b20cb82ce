"""The formats that other programs read: what each prints for one report, and that its own readers accept it.

`pytest tests/report/test_formats.py --update-golden` rewrites the expectations in tests/report/goldens.
"""

import json
import re
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from xmlschema import XMLSchema

from kgen.cli.catalogue import rules
from kgen.cli.outputs import FORMATS
from kgen.data import root
from kgen.lint.finding import ResourceIdentity
from kgen.record import replace
from kgen.report.report import Report
from kgen.report.style import PLAIN
from tests.report.findings import SAMPLE, finding, place, report, suppressed

GOLDENS = Path(__file__).parent / "goldens"
SCHEMAS = Path(__file__).parent / "schemas"
SARIF = Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8")))
JUNIT = XMLSchema(SCHEMAS / "junit.xsd")
FINDINGS = json.loads((root() / "schemas" / "findings.schema.json").read_text(encoding="utf-8"))
FINDING = Draft202012Validator({"$ref": "#/$defs/finding", "$defs": FINDINGS["$defs"]})
# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^[^/.]"},
                        "lines": {
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)
GITHUB = re.compile(r"::(error|warning|notice) ([a-zA-Z]+=[^:,\r\n]*)(,[a-zA-Z]+=[^:,\r\n]*)*::[^\r\n]*")


def rendered(form: str, whole: Report) -> str:
    """What a format prints."""
    text = import_module(f"kgen.report.{FORMATS[form]}").render(whole, PLAIN)
    assert isinstance(text, str)
    return text


def check_json(text: str) -> None:
    Draft202012Validator(FINDINGS).validate(json.loads(text))


def check_jsonl(text: str) -> None:
    for line in text.splitlines():
        FINDING.validate(json.loads(line))


def check_sarif(text: str) -> None:
    SARIF.validate(json.loads(text))


def check_gitlab(text: str) -> None:
    GITLAB.validate(json.loads(text))


def check_junit(text: str) -> None:
    JUNIT.validate(text)


def check_checkstyle(text: str) -> None:
    top = ET.fromstring(text)
    assert top.tag == "checkstyle"
    for error in top.findall("file/error"):
        assert {"line", "severity", "message", "source"} <= set(error.keys())


def check_github(text: str) -> None:
    assert all(GITHUB.fullmatch(line) for line in text.split("\n")[:-1])


def check_text(text: str) -> None:
    assert not text or text.endswith("\n")


CHECKS = {
    "full": check_text,
    "concise": check_text,
    "json": check_json,
    "jsonl": check_jsonl,
    "sarif": check_sarif,
    "github": check_github,
    "gitlab": check_gitlab,
    "junit": check_junit,
    "checkstyle": check_checkstyle,
}
every_format = pytest.mark.parametrize("form", CHECKS)


def test_every_format_is_checked() -> None:
    assert list(CHECKS) == list(FORMATS)


@every_format
def test_what_is_printed(form: str, request: pytest.FixtureRequest) -> None:
    printed = re.sub(r'"version": "0\.[^"]*"', '"version": "VERSION"', rendered(form, SAMPLE))
    golden = GOLDENS / f"{form}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == golden.read_text(encoding="utf-8")


@every_format
@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(report(), id="no findings"),
        pytest.param(SAMPLE, id="all there is"),
        pytest.param(report(*(suppressed(one) for one in SAMPLE.findings)), id="all suppressed"),
    ],
)
def test_its_readers_accept_it(form: str, whole: Report) -> None:
    CHECKS[form](rendered(form, whole))


@every_format
@settings(max_examples=25, deadline=None)
@given(path=st.text(min_size=1), message=st.text(), name=st.text())
def test_names_steer_neither_terminals_nor_readers(form: str, path: str, message: str, name: str) -> None:
    resource = ResourceIdentity("v1", "Service", name, name)
    one = replace(
        finding(place(f"x{path}", 1, "a: b", "b", message), message=message, help_text=name, resource=resource),
        related=(place(f"x{path}", 2, "a: b", "b", name),),
    )
    printed = rendered(form, report(one))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", printed)
    CHECKS[form](printed)


@pytest.mark.parametrize("form", [form for form in CHECKS if form not in {"json", "jsonl", "sarif"}])
def test_formats_for_people_leave_out_what_is_suppressed(form: str) -> None:
    assert rendered(form, report(suppressed(SAMPLE.findings[0]))) == rendered(form, report())


def test_sarif_has_results_without_findings() -> None:
    (run,) = json.loads(rendered("sarif", report()))["runs"]
    assert run["results"] == []


def test_sarif_describes_the_rules_that_found_something() -> None:
    whole = replace(SAMPLE, rules={rule.name: rule for rule in rules()})
    text = rendered("sarif", whole)
    check_sarif(text)
    (run,) = json.loads(text)["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "orphan-selector"
    assert rule["help"]["markdown"].startswith("# orphan-selector\n")
    assert rule["defaultConfiguration"]["level"] == "error"
    assert {result["ruleIndex"] for result in run["results"]} == {0}


@pytest.mark.parametrize(
    ("path", "location"),
    [
        pytest.param("a b/ü.yaml", {"uri": "a%20b/%C3%BC.yaml", "uriBaseId": "%SRCROOT%"}, id="below where one stands"),
        pytest.param("../a.yaml", {"uri": "../a.yaml", "uriBaseId": "%SRCROOT%"}, id="beside"),
        pytest.param(
            Path("/a/ü.yaml").absolute().as_posix(), {"uri": Path("/a/ü.yaml").absolute().as_uri()}, id="whole"
        ),
    ],
)
def test_sarif_names_files(path: str, location: dict[str, str]) -> None:
    printed = import_module("kgen.report.sarif").render(report(finding(place(path, 1, "a: b", "b"))), PLAIN)
    (result,) = json.loads(printed)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_sarif_says_what_is_suppressed() -> None:
    (run,) = json.loads(rendered("sarif", SAMPLE))["runs"]
    suppressions = [result.get("suppressions") for result in run["results"]]
    assert suppressions == [
        None,
        [{"kind": "inSource", "justification": "known"}],
        None,
        [{"kind": "external", "justification": ""}],
        None,
    ]


def test_github_gets_errors_first() -> None:
    commands = [line.split(" ", 1)[0] for line in rendered("github", SAMPLE).splitlines()]
    assert commands == ["::error", "::warning", "::notice"]


def test_gitlab_fingerprints_are_unique() -> None:
    issues = json.loads(rendered("gitlab", SAMPLE))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3


def test_a_clean_run_is_one_passing_test() -> None:
    suites = ET.fromstring(rendered("junit", report()))
    (case,) = suites.findall("testsuite/testcase")
    assert len(case) == 0
    assert suites.get("failures") == "0"
