"""Fixes of text that no file holds are not offered."""

import pytest

from kgen.lint.fix.applicable import with_applicable_fixes
from kgen.lint.fix.fix import Fix, Safety
from kgen.record import replace
from kgen.repository import from_sources
from kgen.syntax.edit.edit import Edit
from kgen.syntax.source import Source
from kgen.syntax.span import Span
from tests.report.findings import finding, place

TEMPLATE = "port: {{ .Values.port }}\n"


@pytest.mark.parametrize(
    ("edit", "is_offered"),
    [
        pytest.param(Edit("a.yaml", Span(1, 1, 1, 5), "port", "name"), True, id="as it stands there"),
        pytest.param(Edit("a.yaml", Span(1, 1, 1, 1), "", "- "), True, id="put in before it"),
        pytest.param(Edit("a.yaml", Span(1, 7, 1, 9), "80", "81"), False, id="what a template came to"),
        pytest.param(Edit("a.yaml", Span(1, 7, 1, 25), "", "81"), False, id="put in where something stands"),
        pytest.param(Edit("a.yaml", Span(3, 1, 3, 2), "a", "b"), False, id="beyond the last line"),
        pytest.param(Edit("b.yaml", Span(1, 1, 1, 5), "port", "name"), False, id="in a file that was not read"),
    ],
)
def test_what_is_offered(edit: Edit, is_offered: bool) -> None:
    repository = from_sources([Source("a.yaml", TEMPLATE.encode())])
    fix = Fix((edit,), Safety.SAFE, "write it")
    one = replace(finding(place("a.yaml", 1, TEMPLATE, "port")), fix=fix)
    (found,) = with_applicable_fixes([one], repository)
    assert found.fix == (fix if is_offered else None)
    assert found == replace(one, fix=found.fix)
