"""The last line of a run."""

import pytest

from kgen.lint.finding import SuppressionKind
from kgen.lint.severity import Severity
from kgen.lint.summary import Summary
from kgen.record import replace
from kgen.report.report import Report
from kgen.report.summary_line import summary_line
from tests.report.findings import finding, place, suppressed

ERROR = finding(place("a.yaml", 1, "a: b", "b"))
WARNING = replace(ERROR, severity=Severity.WARNING)
INFO = replace(ERROR, severity=Severity.INFO)


@pytest.mark.parametrize(
    ("report", "line"),
    [
        pytest.param(
            Report((), Summary(files=1, services=1, verified=1, seconds=0.014)),
            "No findings. Checked 1 file, 1 Service, 1 reference: 1 verified, 0 broken, 0 unverifiable in 0.01 s.",
            id="clean",
        ),
        pytest.param(
            Report((ERROR, WARNING, WARNING, INFO), Summary(files=2, verified=3, broken=2, unverifiable=1)),
            "Found 4 findings (1 error, 2 warnings, 1 info). "
            "Checked 2 files, 0 Services, 6 references: 3 verified, 2 broken, 1 unverifiable in 0.00 s.",
            id="findings by severity",
        ),
        pytest.param(
            Report((), Summary(templates=1, unreadable=3, undefined=2, seconds=12)),
            "No findings. Checked 0 files, 0 Services, 0 references: 0 verified, 0 broken, 0 unverifiable "
            "(1 template skipped, 3 documents could not be read, 2 custom resources without a definition) in 12.00 s.",
            id="what was not read",
        ),
        pytest.param(
            Report((), Summary(files=3, charts=2, templates=1)),
            "No findings. Checked 3 files, 0 Services, 0 references: 0 verified, 0 broken, 0 unverifiable "
            "(2 charts not rendered, 1 template skipped) in 0.00 s.",
            id="charts without helm",
        ),
        pytest.param(
            Report((ERROR,), Summary(files=2, broken=2), narrowed=True),
            "Found 1 finding (1 error) in the paths given. "
            "Checked 2 files, 0 Services, 2 references: 0 verified, 2 broken, 0 unverifiable in 0.00 s.",
            id="a part of what was read",
        ),
        pytest.param(
            Report((suppressed(ERROR), WARNING, *[suppressed(INFO, SuppressionKind.BASELINE)] * 2), Summary()),
            "Found 1 finding (1 warning), 1 suppressed, 2 in the baseline. "
            "Checked 0 files, 0 Services, 0 references: 0 verified, 0 broken, 0 unverifiable in 0.00 s.",
            id="what is suppressed",
        ),
        pytest.param(
            Report((suppressed(ERROR, SuppressionKind.ANNOTATION),), Summary()),
            "No findings, 1 suppressed. "
            "Checked 0 files, 0 Services, 0 references: 0 verified, 0 broken, 0 unverifiable in 0.00 s.",
            id="nothing but what is suppressed",
        ),
    ],
)
def test_summary_line(report: Report, line: str) -> None:
    assert summary_line(report) == f"{line}\n"
