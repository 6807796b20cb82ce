"""kubectl's JSONPath templates over one Service."""

import pytest

from kgen.errors import KubectlError
from kgen.syntax.emit.jsonpath import parse_jsonpath

SERVICE = {
    "kind": "Service",
    "metadata": {"name": "x", "labels": {"app": "a<b", "a.b/c": "d"}, "uid": None},
    "spec": {
        "replicas": 1000000,
        "ports": [
            {"name": "a", "port": 80, "targetPort": "http"},
            {"name": "b", "port": 8080, "nodePort": 30000, "ok": True},
            {"name": "c", "port": 9090},
        ],
        "nested": [[1, 2], [3]],
    },
}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        pytest.param("kind: {.kind}!", "kind: Service!", id="text outside braces"),
        pytest.param("{.nope}{.kind.nope}{.metadata.uid.x}", "", id="missing keys print nothing"),
        pytest.param("{.metadata.uid}", "null", id="null"),
        pytest.param("{.spec.replicas}", "1e+06", id="numbers are Go's floats"),
        pytest.param("{.metadata['name']}{$.kind}{@.kind}", "xServiceService", id="brackets, root and current object"),
        pytest.param(r"{.metadata.labels.a\.b/c}", "d", id="escaped dot"),
        pytest.param("{.metadata['name','uid']}", "x null", id="union of keys"),
        pytest.param("{.metadata.labels}", r'{"a.b/c":"d","app":"a\u003cb"}', id="a mapping prints as JSON"),
        pytest.param("{.spec.ports[*].port}", "80 8080 9090", id="wildcard"),
        pytest.param("{.spec.ports[1].name}{.spec.ports[-1].name}", "bc", id="indices"),
        pytest.param("{.spec.ports[0:2].name}", "a b", id="slice"),
        pytest.param("{.spec.ports[::2].name}", "a c", id="slice with a step"),
        pytest.param("{.spec.ports[:-1].name}", "a b", id="slice up to the last"),
        pytest.param("{.spec.ports[0,2].name}", "a c", id="union of indices"),
        pytest.param("{.spec.ports[1:1].name}", "", id="empty slice"),
        pytest.param('{.spec.ports[?(@.name=="b")].port}', "8080", id="filter by text"),
        pytest.param("{.spec.ports[?(@.name!='b')].port}", "80 9090", id="filter by other text"),
        pytest.param("{.spec.ports[?(@.port>80.0)].name}", "b c", id="filter by number"),
        pytest.param("{.spec.ports[?(@.nodePort)].name}", "b", id="filter by existence"),
        pytest.param("{.spec.ports[?(@.name[0])].name}", "a b c", id="a filter whose path does not fit keeps all"),
        pytest.param("{.spec.ports[?(@.ok==true)].name}", "b", id="filter by boolean"),
        pytest.param("{..nodePort}", "30000", id="recursive descent"),
        pytest.param('{"a\\tb"}{\'it\'}{"\\u00e9\\x41"}', "a\tbitéA", id="quoted text"),
        pytest.param("{1}{-2}{1.5}{true}", "1-21.5true", id="constants"),
        pytest.param('{range .spec.ports[*]}{.name}={.port}{"\\n"}{end}.', "a=80\nb=8080\nc=9090\n.", id="range loop"),
        pytest.param("{range .spec.nested[*]}[{range @[*]}{@},{end}]{end}", "[1,2,][3,]", id="nested loops"),
        pytest.param("{range .nope[*]}x{end}y", "y", id="a loop over nothing"),
    ],
)
def test_text(template: str, text: str) -> None:
    assert parse_jsonpath(template).text(SERVICE) == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        pytest.param("{.metadata.name}", '[\n    "x"\n]\n', id="one result"),
        pytest.param("{.spec.ports[*].port}", "[\n    80,\n    8080,\n    9090\n]\n", id="several results"),
        pytest.param("{.nope}", "[]\n", id="none"),
        pytest.param("a{.kind}", '[\n    "a"\n]\n[\n    "Service"\n]\n', id="text is a result too"),
    ],
)
def test_as_json(template: str, text: str) -> None:
    assert parse_jsonpath(template).as_json(SERVICE) == text


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        pytest.param("{", "unclosed action", id="open brace"),
        pytest.param("{.kind", "unclosed action", id="field not closed"),
        pytest.param("{!}", "unrecognized character in action: U+0021 '!'", id="odd character"),
        pytest.param("{[0}", "unterminated array", id="open bracket"),
        pytest.param("{[x]}", "invalid array index x", id="no index"),
        pytest.param("{[-]}", "array index - is not a number", id="sign alone"),
        pytest.param("{'x}", "unterminated quoted string", id="open quote"),
        pytest.param('{"\\q"}', 'unquote string "\\q" error invalid syntax', id="unknown escape"),
        pytest.param("{.a[?(@.b]}", "unterminated filter", id="open filter"),
        pytest.param("{.a[?(@.b)}", "unclosed array expect ]", id="filter without bracket"),
        pytest.param("{....a}", "invalid multiple recursive descent", id="two descents"),
        pytest.param("{.a[?(@.b=~1)]}", "unrecognized character in action: U+007E '~'", id="no such comparison"),
        pytest.param("{1.2.3}", "cannot parse number 1.2.3", id="no number"),
    ],
)
def test_templates_that_cannot_be_read(template: str, problem: str) -> None:
    with pytest.raises(KubectlError) as refusal:
        parse_jsonpath(template)
    assert str(refusal.value) == f"error parsing jsonpath {template}, {problem}"


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        pytest.param("{end}", "not in range, nothing to end", id="end outside a loop"),
        pytest.param("{foo}", "unrecognized identifier foo", id="unknown word"),
        pytest.param("{.kind[0]}", "string is not array or slice", id="index of text"),
        pytest.param("{.spec.ports[5]}", "array index out of bounds: index 5, length 3", id="out of bounds"),
        pytest.param("{.spec.ports[0:9]}", "array index out of bounds: index 8, length 3", id="end out of bounds"),
        pytest.param("{.spec.ports[2:1]}", "starting index 2 is greater than ending index 1", id="backwards"),
        pytest.param("{.spec.ports[::0]}", "step must be > 0", id="no step"),
        pytest.param("{.spec.ports[?(@.port==80)]}", "incompatible types for comparison", id="float and integer"),
        pytest.param("{.spec.ports[?(@.ok<true)]}", "invalid type for comparison", id="booleans have no order"),
        pytest.param("{.spec.ports[?(@.name=<'a')]}", "unrecognized filter operator =<", id="unknown operator"),
        pytest.param("{.kind[?(@.a)]}", "Service is not array or slice and cannot be filtered", id="filter of text"),
    ],
)
def test_templates_that_do_not_fit(template: str, problem: str) -> None:
    with pytest.raises(KubectlError) as refusal:
        parse_jsonpath(template).text(SERVICE)
    assert f"Error executing template: {problem}. Printing more information" in str(refusal.value)


def test_the_report_shows_template_and_object() -> None:
    with pytest.raises(KubectlError) as refusal:
        parse_jsonpath('{.a[9]}{"x"}').text({"a": [1, None, {"b": "c"}], "t": True})
    assert str(refusal.value) == (
        'error executing jsonpath "{.a[9]}{\\"x\\"}": Error executing template: array index out of bounds: index 9, '
        "length 3. Printing more information for debugging the template:\n"
        '\ttemplate was:\n\t\t{.a[9]}{"x"}\n'
        '\tobject given to jsonpath engine was:\n\t\tmap[string]interface {}{"a":[]interface {}{1, interface {}(nil), '
        'map[string]interface {}{"b":"c"}}, "t":true}\n\n'
    )


def test_missing_keys_can_be_errors() -> None:
    with pytest.raises(KubectlError, match="nope is not found"):
        parse_jsonpath("{.nope}", allow_missing_keys=False).text(SERVICE)
