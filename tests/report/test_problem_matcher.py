"""GitHub's problem matcher for `--output-format concise`, made of the regular expression that documents it.

`pytest tests/report/test_problem_matcher.py --update-golden` rewrites .github/kgen-matcher.json.
"""

import json
import re
from pathlib import Path

import pytest

from kgen.report.concise import LINE, render
from kgen.report.style import PLAIN
from tests.report.findings import SAMPLE, finding, place, report

MATCHER = Path(__file__).parents[2] / ".github" / "kgen-matcher.json"
LEVELS = "error|warning|info"


def _matchers() -> dict[str, object]:
    groups = {"file": 1, "line": 2, "column": 3, "code": 5, "message": 6}
    return {
        "problemMatcher": [
            {
                "owner": "kgen",
                "pattern": [{"regexp": LINE.replace(LEVELS, "error|warning"), **groups, "severity": 4}],
            },
            # GitHub knows no `info`, and takes `notice` only as a matcher's default.
            {
                "owner": "kgen-info",
                "severity": "notice",
                "pattern": [{"regexp": LINE.replace(LEVELS, "info"), **groups}],
            },
        ]
    }


def test_the_matcher_is_that_of_the_format(request: pytest.FixtureRequest) -> None:
    made = json.dumps(_matchers(), indent=2) + "\n"
    if request.config.getoption("--update-golden"):
        MATCHER.write_text(made, encoding="utf-8", newline="\n")
    assert MATCHER.read_text(encoding="utf-8") == made


def test_each_line_is_matched_by_one_of_the_matchers() -> None:
    read = json.loads(MATCHER.read_text(encoding="utf-8"))
    patterns = [re.compile(matcher["pattern"][0]["regexp"]) for matcher in read["problemMatcher"]]
    for line in render(SAMPLE, PLAIN).splitlines():
        assert sum(pattern.search(line) is not None for pattern in patterns) == 1


def test_what_is_read_is_what_was_found() -> None:
    one = finding(place("apps/a:3:b.yaml", 9, "    app: wbe", "wbe"))
    read = re.fullmatch(LINE, render(report(one), PLAIN).rstrip("\n"))
    assert read is not None
    assert read.groups()[1:] == ("9", "10", "error", "orphan-selector", one.message)
