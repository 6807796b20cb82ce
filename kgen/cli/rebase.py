"""Paths of a report as the service that reads it counts them: from the folder it checked out."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgen.lint.finding import Finding, Place
    from kgen.report.report import Report

# format -> the variable that holds the folder its service checked out
_VARIABLES: Mapping[str, str] = {"github": "GITHUB_WORKSPACE", "gitlab": "CI_PROJECT_DIR"}


def rebased(report: Report, form: str, root: str | None) -> Report:
    """The report with paths relative to the folder that readers of a format start from, where there is one.

    `root` is the repository's, which SARIF's %SRCROOT% stands for.
    """
    folder = root if form == "sarif" else os.environ.get(_VARIABLES.get(form, ""))
    if not folder or os.path.realpath(folder) == os.path.realpath("."):
        return report
    base = os.path.realpath(folder)
    return replace(report, findings=tuple(_moved(finding, base) for finding in report.findings))


def _moved(finding: Finding, base: str) -> Finding:
    return replace(
        finding,
        place=_moved_place(finding.place, base),
        related=tuple(_moved_place(place, base) for place in finding.related),
    )


def _moved_place(place: Place, base: str) -> Place:
    """The place from `base` on; left as it is outside of that."""
    absolute = os.path.realpath(place.path)
    if not absolute.startswith(os.path.join(base, "")):
        return place
    return replace(place, path=os.path.relpath(absolute, base).replace(os.sep, "/"))
