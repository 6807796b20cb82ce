"""JUnit's XML, which most CI systems show as test results."""

from __future__ import annotations

from itertools import groupby

from kgen.lint.severity import Severity
from kgen.report.units import headline
from kgen.report.xml_elements import DECLARATION, element, text_element

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.lint.finding import Finding
    from kgen.report.report import Report
    from kgen.report.style import Style

_CLEAN = element("testcase", {"name": "no findings", "classname": "kgen"})


def render(report: Report, _style: Style) -> str:
    """One suite for each file with findings and one case for each finding; one passing case without any."""
    by_file = groupby(report.standing, lambda finding: finding.place.path)
    suites = [_suite(path, list(findings)) for path, findings in by_file]
    clean = element("testsuite", {"name": "kgen", "tests": "1", "failures": "0"}, [_CLEAN])
    return DECLARATION + element(
        "testsuites",
        {
            "name": "kgen",
            "tests": str(max(1, len(report.standing))),
            "failures": str(_failures(report.standing)),
            "time": f"{report.summary.seconds:.3f}",
        },
        suites or [clean],
    )


def _suite(path: str, findings: Sequence[Finding]) -> str:
    failures = _failures(findings)
    counts = {"tests": str(len(findings)), "failures": str(failures), "skipped": str(len(findings) - failures)}
    return element("testsuite", {"name": path, **counts}, map(_case, findings))


def _case(finding: Finding) -> str:
    place = f"{finding.place.path}:{finding.place.span}"
    outcome = text_element("skipped", {}, headline(finding))
    if _fails(finding):
        details = f"{place}: {headline(finding)}" + (f" ({finding.help})" if finding.help else "")
        outcome = text_element("failure", {"type": finding.severity, "message": headline(finding)}, details)
    name = f"{finding.rule} at {finding.place.span}"
    return element("testcase", {"name": name, "classname": finding.place.path}, [outcome])


def _failures(findings: Sequence[Finding]) -> int:
    return sum(map(_fails, findings))


def _fails(finding: Finding) -> bool:
    """Advice is no failure: its case is skipped, with the message."""
    return finding.severity is not Severity.INFO
