"""One line per finding."""

from kgen.report.concise import render
from kgen.report.style import PLAIN
from tests.report.findings import finding, place, report


def test_a_line_per_finding() -> None:
    first = place("apps/a.yaml", 9, "    app: wbe", "wbe")
    second = place("apps/b.yaml", 3, "  app: x", "x")
    assert render(report(finding(first, second), finding(second, message="two\nlines")), PLAIN) == (
        "apps/a.yaml:9:10: error[orphan-selector] selector `app=wbe` matches no pod template\n"
        "apps/b.yaml:3:8: error[orphan-selector] two\\nlines\n"
    )
