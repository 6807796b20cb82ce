"""docs/rules.md is what the rules say of themselves.

`pytest tests/test_rules_page.py --update-golden` rewrites it.
"""

from pathlib import Path

import pytest

from tests.running import run_kgen

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"


def test_the_page_is_up_to_date(request: pytest.FixtureRequest) -> None:
    made = run_kgen(["rule", "--all", "--output-format", "markdown"]).out
    if request.config.getoption("--update-golden"):
        PAGE.write_text(made, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == made
