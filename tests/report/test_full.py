"""The default format."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.lint.finding import Finding, Place, ResourceIdentity, SourceLine
from kgen.lint.severity import Severity
from kgen.record import replace
from kgen.report.full import render
from kgen.report.style import COLORED, PLAIN
from kgen.syntax.display import cells, visible
from kgen.syntax.span import Span
from tests.report.findings import finding, place, report, suppressed

SERVICE = place("apps/web/service.yaml", 9, "    app: wbe", "wbe", "selects nothing")
DEPLOYMENT = place("apps/web/deployment.yaml", 12, "        app: web", "web", "Deployment `web` has this")
BLOCK = Place(
    "service.yaml",
    Span(8, 3, 10, 14),
    "neither of these",
    (
        SourceLine(8, "  selector:", (2, 11)),
        SourceLine(9, "    app: web", (4, 12)),
        SourceLine(10, "    tier: front", (4, 15)),
    ),
)
ABOVE = replace(SERVICE, lines=(SourceLine(8, "  selector:"), *SERVICE.lines))
FAR_RIGHT = place("min.yaml", 1, f"{'a: b, ' * 100}port: 8o{', c: d' * 100}", "8o")
WITHOUT_LINES = replace(SERVICE, lines=())


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        pytest.param(
            finding(
                SERVICE,
                DEPLOYMENT,
                resource=ResourceIdentity("v1", "Service", "web", "shop"),
                help_text="write `app: web`",
            ),
            """\
            error[orphan-selector]: selector `app=wbe` matches no pod template
              --> apps/web/service.yaml:9:10
               |
             9 |     app: wbe
               |          ^^^ selects nothing
              ::: apps/web/deployment.yaml:12:14
               |
            12 |         app: web
               |              --- Deployment `web` has this
               |
               = resource: Service web/shop
               = help: write `app: web` (kgen rule orphan-selector)
            """,
            id="two places, resource and help",
        ),
        pytest.param(
            finding(ABOVE, severity=Severity.WARNING),
            """\
            warning[orphan-selector]: selector `app=wbe` matches no pod template
             --> apps/web/service.yaml:9:10
              |
            8 |   selector:
            9 |     app: wbe
              |          ^^^ selects nothing
              |
              = help: kgen rule orphan-selector
            """,
            id="a line above for orientation",
        ),
        pytest.param(
            finding(BLOCK),
            """\
            error[orphan-selector]: selector `app=wbe` matches no pod template
              --> service.yaml:8:3
               |
             8 |   selector:
               |   ^^^^^^^^^
             9 |     app: web
               |     ^^^^^^^^
            10 |     tier: front
               |     ^^^^^^^^^^^ neither of these
               |
               = help: kgen rule orphan-selector
            """,
            id="a span of several lines",
        ),
        pytest.param(
            finding(place("a.yaml", 1, "日本\t: \x1b[2J", "\x1b[2J", "clears the screen")),
            """\
            error[orphan-selector]: selector `app=wbe` matches no pod template
             --> a.yaml:1:6
              |
            1 | 日本    : \\x1b[2J
              |           ^^^^^^^ clears the screen
              |
              = help: kgen rule orphan-selector
            """,
            id="carets count cells, and escapes are spelled out",
        ),
        pytest.param(
            finding(WITHOUT_LINES, message="a\x1b]8;;x"),
            """\
            error[orphan-selector]: a\\x1b]8;;x
             --> apps/web/service.yaml:9:10
              |
              = help: kgen rule orphan-selector
            """,
            id="no lines to show",
        ),
    ],
)
def test_full(one: Finding, shown: str) -> None:
    assert render(report(one), PLAIN) == dedent(shown) + "\n"


def test_a_long_line_is_cut_around_its_mark() -> None:
    *_, text, carets, _frame, _help, empty = render(report(finding(FAR_RIGHT)), PLAIN).splitlines()
    assert len(text) < 200
    assert text[carets.index("^") :].startswith("8o")
    assert text.startswith("1 | …")
    assert text.endswith("…")
    assert not empty


@given(
    text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), min_size=1, max_size=60),
    data=st.data(),
)
def test_the_carets_stand_under_what_is_marked(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    line = SourceLine(1, text, (start, end))
    one = finding(Place("a.yaml", Span(1, start + 1, 1, end + 1), "", (line,)))
    carets = render(report(one), PLAIN).splitlines()[4]
    before, marked = visible(text[:start]), visible(text[start:end])
    assert carets == f"  | {' ' * cells(before)}{'^' * max(1, cells(marked))}"


def test_an_empty_span_still_gets_a_caret() -> None:
    line = SourceLine(3, "selector:", (9, 9))
    shown = render(report(finding(Place("a.yaml", Span(3, 10, 3, 10), "empty", (line,)))), PLAIN)
    assert "  |          ^ empty\n" in shown


def test_colours_are_all_that_colouring_adds() -> None:
    one = finding(SERVICE, DEPLOYMENT, help_text="write `app: web`")
    colored = render(report(one), COLORED)
    assert colored != render(report(one), PLAIN)
    for code in ("1;31", "1;34", "1", "0"):
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == render(report(one), PLAIN)


def test_findings_are_parted_by_an_empty_line() -> None:
    shown = render(report(finding(SERVICE), finding(DEPLOYMENT)), PLAIN)
    assert shown.count("\n\nerror[orphan-selector]") == 1


def test_what_is_suppressed_is_not_printed() -> None:
    assert not render(report(suppressed(finding(SERVICE))), PLAIN)


def test_no_findings_print_nothing() -> None:
    assert not render(report(), PLAIN)
