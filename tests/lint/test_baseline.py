"""Findings accepted for now."""

import json

import pytest

from kgen.errors import KgenError
from kgen.lint.baseline import Baseline, baseline_of, read_baseline
from kgen.lint.finding import Finding, ResourceIdentity, SuppressionKind
from kgen.record import replace
from tests.report.findings import finding, place, suppressed

ONE = finding(place("a.yaml", 1, "a: b", "b"), resource=ResourceIdentity("v1", "Service", "web", "shop"))
TWO = replace(ONE, fingerprint="fedcba9876543210", rule="schema", resource=None)


def _kinds(baseline: Baseline, *findings: Finding) -> list[SuppressionKind | None]:
    marked = [baseline.mark(each) for each in findings]
    return [each.suppressed.kind if each.suppressed else None for each in marked]


def test_what_stands_is_accepted() -> None:
    baseline = baseline_of([ONE, suppressed(TWO)])
    assert _kinds(baseline, ONE, TWO, suppressed(ONE)) == [SuppressionKind.BASELINE, None, SuppressionKind.COMMENT]


def test_the_file_is_sorted_and_tells_what_a_fingerprint_stands_for() -> None:
    text = baseline_of([TWO, ONE]).to_json()
    assert text == baseline_of([ONE, TWO]).to_json()
    assert json.loads(text) == {
        "version": 1,
        "findings": {
            "0123456789abcdef": {"rule": "orphan-selector", "path": "a.yaml", "resource": "Service web/shop"},
            "fedcba9876543210": {"rule": "schema", "path": "a.yaml", "resource": ""},
        },
    }
    assert read_baseline(text, "x.json") == baseline_of([ONE, TWO])


@pytest.mark.parametrize(
    ("findings", "ran", "stale"),
    [
        pytest.param([ONE, TWO], {"orphan-selector", "schema"}, set(), id="nothing was mended"),
        pytest.param([ONE], {"orphan-selector", "schema"}, {TWO.fingerprint}, id="one was mended"),
        pytest.param([], {"schema"}, {TWO.fingerprint}, id="a rule that did not run keeps its entries"),
        pytest.param([suppressed(ONE), TWO], {"orphan-selector"}, set(), id="one is suppressed by a comment now"),
    ],
)
def test_it_shrinks(findings: list[Finding], ran: set[str], stale: set[str]) -> None:
    baseline = baseline_of([ONE, TWO])
    assert set(baseline.stale(findings, ran)) == stale
    assert set(baseline.without(stale).entries) == {ONE.fingerprint, TWO.fingerprint} - stale


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "`x.json` is no baseline", id="nothing"),
        pytest.param("[]", "`x.json` is no baseline", id="a list"),
        pytest.param('{"version": 1, "findings": [1]}', "`x.json` is no baseline", id="findings in a list"),
        pytest.param('{"version": 1, "findings": {"a": {}}}', "`x.json` is no baseline", id="an empty entry"),
        pytest.param('{"version": 2, "findings": {}}', "baseline `x.json` has version 2", id="of a later kgen"),
    ],
)
def test_other_files_are_refused(text: str, message: str) -> None:
    with pytest.raises(KgenError, match=message):
        read_baseline(text, "x.json")
