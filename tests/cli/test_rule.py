"""`kgen rule`: documentation on the command line."""

import json

import pytest

from kgen.cli.catalogue import rules
from tests.running import run_kgen

NAMES = [rule.name for rule in rules()]


def test_without_a_name_the_rules_are_listed() -> None:
    result = run_kgen(["rule"])
    assert (result.code, result.err) == (0, "")
    assert [line.split()[0] for line in result.out.splitlines()] == NAMES
    assert "orphan-selector" in NAMES


def test_a_page_for_the_terminal() -> None:
    result = run_kgen(["rule", "nodeport-out-of-range"])
    first, facts, *rest = result.out.splitlines()
    assert first.startswith("nodeport-out-of-range: ")
    assert facts == "Group `service`, severity error, unsafe fix, since 0.1.0."
    assert [line for line in rest if line in {"Why", "Bad", "Good", "How to fix"}] == [
        "Why",
        "Bad",
        "Good",
        "How to fix",
    ]
    assert "    kind: Service" in rest
    assert "```" not in result.out


def test_a_page_in_markdown() -> None:
    result = run_kgen(["rule", "orphan-selector", "--output-format", "markdown"])
    assert result.out.startswith("# orphan-selector\n\nGroup `selector`, severity error, unsafe fix, since 0.1.0.\n\n")
    assert "\n\n## Why\n" in result.out
    assert "\n```yaml\n" in result.out


def test_pages_as_data() -> None:
    result = run_kgen(["rule", "--output-format", "json", "port"])
    pages = json.loads(result.out)
    assert {page["group"] for page in pages} == {"port"}
    assert [page["name"] for page in pages] == [rule.name for rule in rules() if rule.group == "port"]
    assert pages[0]["documentation"]["Why"]


def test_every_page() -> None:
    result = run_kgen(["rule", "--output-format", "markdown", "ALL"])
    assert [line[2:] for line in result.out.splitlines() if line.startswith("# ") and line[2:] in NAMES] == NAMES


def test_every_page_in_one_document() -> None:
    lines = run_kgen(["rule", "--output-format", "markdown", "--all"]).out.splitlines()
    assert lines[0] == "# Rules"
    assert [line[3:] for line in lines if line.startswith("## ")] == NAMES
    assert [line[3:].split("]")[0] for line in lines if line.startswith("| [")] == NAMES


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(
            ["orphan-selectr"],
            "kgen: unknown rule or group `orphan-selectr`; did you mean `orphan-selector`?\n",
            id="a near miss",
        ),
        pytest.param(["--al"], "kgen: unknown flag `--al`\n  hint: did you mean `--all`?\n", id="no abbreviation"),
        pytest.param(["--output-format", "xml"], "invalid choice: 'xml'", id="unknown format"),
    ],
)
def test_usage_errors(argv: list[str], message: str) -> None:
    result = run_kgen(["rule", *argv])
    assert (result.code, result.out) == (2, "")
    assert message in result.err
