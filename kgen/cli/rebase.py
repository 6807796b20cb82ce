"""Paths of a report as the service that reads it counts them: from the folder it checked out."""

from __future__ import annotations

import os

from kgen.discovery.relative import relative
from kgen.lint.moved import moved
from kgen.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    return replace(report, findings=tuple(moved(finding, _from(base)) for finding in report.findings))


def _from(base: str) -> Callable[[str], str]:
    """What makes of a path the one from `base` on, and leaves it as it is outside of that."""

    def rebase(path: str) -> str:
        absolute = os.path.realpath(path)
        if not absolute.startswith(os.path.join(base, "")):
            return path
        return relative(absolute, base)

    return rebase
