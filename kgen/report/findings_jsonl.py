"""One JSON object a line for each finding, for programs that read as they go."""

from __future__ import annotations

import json

from kgen.report.findings_json import finding_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.report.report import Report
    from kgen.report.style import Style


def render(report: Report, _style: Style) -> str:
    """Each finding as the `finding` of schemas/findings.schema.json, in ASCII."""
    return "".join(f"{json.dumps(finding_data(finding))}\n" for finding in report.findings)
