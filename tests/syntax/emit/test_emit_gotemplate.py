"""kubectl's Go templates over one Service."""

import pytest

from kgen.errors import KgenError, KubectlError
from kgen.syntax.emit.gotemplate import parse_gotemplate

SERVICE = {
    "kind": "Service",
    "metadata": {"name": "x", "labels": {"b": "2", "a": "1"}, "uid": None},
    "spec": {"ports": [{"name": "a", "port": 80}, {"name": "b", "port": 8080}], "empty": [], "replicas": 1000000},
}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        pytest.param("kind: {{.kind}}!", "kind: Service!", id="text and field"),
        pytest.param("{{.spec.replicas}}", "1000000", id="numbers stay integers"),
        pytest.param("{{.nope}}{{.nope.x}}{{.metadata.uid}}", "<no value>" * 3, id="missing keys and null"),
        pytest.param("{{.metadata}}", "map[labels:map[a:1 b:2] name:x uid:<nil>]", id="a mapping"),
        pytest.param("{{range .spec.ports}}{{.name}}={{.port}};{{end}}", "a=80;b=8080;", id="range"),
        pytest.param("{{range .spec.empty}}x{{else}}none{{end}}", "none", id="range over nothing"),
        pytest.param("{{range $k, $v := .metadata.labels}}{{$k}}{{$v}},{{end}}", "a1,b2,", id="range with variables"),
        pytest.param("{{range 3}}{{.}}{{end}}", "012", id="range over a number"),
        pytest.param("{{if .nope}}a{{else if .kind}}b{{else}}c{{end}}", "b", id="else if"),
        pytest.param("{{if and .kind (not .nope)}}a{{end}}", "a", id="and, not, parentheses"),
        pytest.param("{{with .metadata}}{{.name}}{{$.kind}}{{end}}", "xService", id="with and the root"),
        pytest.param('{{index .spec.ports 1 "name"}}{{(index .spec.ports 0).name}}', "ba", id="index"),
        pytest.param('{{index .metadata.labels "nope"}}', "<no value>", id="index of a missing key"),
        pytest.param("{{len .spec.ports}}{{len .kind}}{{.spec.ports | len}}", "272", id="len"),
        pytest.param(r'{{printf "%s-%d %q %v%%\n" .kind 3 "a" true}}', 'Service-3 "a" true%\n', id="printf"),
        pytest.param('{{printf "%-3s|%3s|%03d" "a" "b" 7}}', "a  |  b|007", id="printf with widths"),
        pytest.param('{{.kind | printf "%s!"}}', "Service!", id="pipeline"),
        pytest.param('{{eq .kind "a" "Service"}}{{lt 1 2}}{{ne 1 1}}', "truetruefalse", id="comparisons"),
        pytest.param("{{or .nope 2}}{{and 1 0}}", "20", id="or and and give their operands"),
        pytest.param('{{print 1 2 "a" 3}}{{println "b" 4}}', "1 2a3b 4\n", id="print and println"),
        pytest.param("{{$x := 1}}{{if true}}{{$x = 2}}{{end}}{{$x}}", "2", id="assignment"),
        pytest.param("a {{- `b` -}} c {{- /* no */ -}} d", "abcd", id="trimming and comments"),
        pytest.param('{{exists .metadata "labels" "a"}}{{exists . "nope"}}', "truefalse", id="exists"),
        pytest.param('{{"YWI=" | base64decode}}', "ab", id="base64decode"),
    ],
)
def test_text(template: str, text: str) -> None:
    assert parse_gotemplate(template).text(SERVICE) == text


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        pytest.param("a\n{{.kind", "output:2: unclosed action", id="open braces"),
        pytest.param("{{if .kind}}", "output:1: unexpected EOF", id="no end"),
        pytest.param("{{end}}", "output:1: unexpected {{end}}", id="end alone"),
    ],
)
def test_templates_that_break_off(template: str, problem: str) -> None:
    with pytest.raises(KubectlError) as refusal:
        parse_gotemplate(template)
    assert str(refusal.value) == f"error parsing template {template}, template: {problem}"


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        pytest.param("{{.kind.x}}", "can't evaluate field x in type interface {}", id="field of text"),
        pytest.param("{{.metadata.uid.x}}", "nil pointer evaluating interface {}.x", id="field of null"),
        pytest.param("{{index .spec.ports 7}}", "error calling index: index out of range: 7", id="out of range"),
        pytest.param("{{range .kind}}{{end}}", "range can't iterate over Service", id="range over text"),
        pytest.param("{{len}}", "wrong number of args for len", id="too few arguments"),
        pytest.param('{{eq 1 "a"}}', "incompatible types for comparison", id="comparison"),
    ],
)
def test_templates_that_do_not_fit(template: str, problem: str) -> None:
    with pytest.raises(KubectlError) as refusal:
        parse_gotemplate(template).text(SERVICE)
    assert str(refusal.value).startswith("error executing template ")
    assert str(refusal.value).endswith(f": {problem}")


@pytest.mark.parametrize(
    ("template", "action"),
    [
        pytest.param('{{template "x"}}', 'template "x"', id="template"),
        pytest.param("{{range .a}}{{break}}{{end}}", "break", id="break"),
        pytest.param("{{html .kind}}", "html .kind", id="other function"),
        pytest.param("{{.kind 1}}", ".kind 1", id="field with arguments"),
    ],
)
def test_unsupported_actions_are_named(template: str, action: str) -> None:
    with pytest.raises(KgenError, match="is not supported") as refusal:
        parse_gotemplate(template)
    assert f"`{action}`" in refusal.value.message


def test_missing_keys_can_be_errors() -> None:
    with pytest.raises(KubectlError, match='map has no entry for key "nope"'):
        parse_gotemplate("{{.nope}}", allow_missing_keys=False).text(SERVICE)
