"""Places in rendered text are those in the template."""

from textwrap import dedent

import pytest

from kgen.gitops.helm.rendition import Rendition
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

_TEMPLATE = """\
kind: Service
metadata:
  name: {{ .Release.Name }}-web
  labels: {{- include "web.labels" . | nindent 4 }}
spec:
  ports:
    {{- range .Values.ports }}
    - port: {{ .port }}
      name: "{{ .name }}"
    {{- end }}
  selector:
    {{- include "web.labels" . | nindent 4 }}
    {{- toYaml .Values.selector | nindent 4 }}
  type: NodePort
"""
_RENDERED = """\
kind: Service
metadata:
  name: shop-web
  labels:
    app: web
spec:
  ports:
    - port: 80
      name: "http"
    - port: 443
      name: "https"
  selector:
    app: web
    tier: {a: 1}
  type: NodePort
"""


@pytest.fixture
def root() -> Node:
    """What is rendered."""
    document = parse(Rendition(Source("templates/web.yaml", _TEMPLATE.encode()), _RENDERED))[0]
    assert document.root is not None
    return document.root


@pytest.mark.parametrize(
    ("path", "line", "marked"),
    [
        pytest.param(["kind"], 1, "Service", id="words that the template has"),
        pytest.param(["metadata", "name"], 3, "{{ .Release.Name }}-web", id="words around an action"),
        pytest.param(["metadata", "labels", "app"], 4, '{{- include "web.labels" . | nindent 4 }}', id="included text"),
        pytest.param(["spec", "ports", 1, "port"], 8, "{{ .port }}", id="the second time round"),
        pytest.param(["spec", "ports", 1, "name"], 9, '"{{ .name }}"', id="an action in quotes"),
        pytest.param(["spec", "selector", "tier", "a"], 11, "selector:", id="what either of two actions gave"),
        pytest.param(["spec", "type"], 14, "NodePort", id="words behind what is unclear"),
    ],
)
def test_a_value_is_found_in_the_template(root: Node, path: list[str | int], line: int, marked: str) -> None:
    node = root
    for key in path:
        node = node[key]
    span = node.span
    assert (span.line, span.end_line) == (line, line)
    assert node.source.line(line)[span.column - 1 : span.end_column - 1] == marked


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        pytest.param(["metadata", "name"], "name", id="of a value that an action gave"),
        pytest.param(["spec", "ports", 0, "port"], "port", id="of an item"),
    ],
)
def test_a_key_is_found_in_the_template(root: Node, path: list[str | int], marked: str) -> None:
    node = root
    for key in path:
        node = node[key]
    span = node.key_span
    assert span is not None
    assert node.source.line(span.line)[span.column - 1 : span.end_column - 1] == marked


def test_what_goes_over_lines_does_so_in_the_template(root: Node) -> None:
    span = root["spec"].span
    assert (span.line, span.end_line) == (6, 14)


def test_what_is_in_no_template_is_at_its_start() -> None:
    rendition = Rendition(Source("templates/web.yaml", b"{{ fail }}\n"), "kind: Pod\n")
    other = Rendition(
        Source("templates/web.yaml", b"kind: Service\n"),
        dedent("""\
        a:
          b: 1
        """),
    )
    assert (rendition.span(0, 4).line, other.span(5, 6).line) == (1, 1)
