"""Which line of a template wrote which line of what it came to."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.gitops.helm.alignment import MOST_PAIRS, aligned

_CASES = [
    pytest.param(
        """
        kind: Service
        metadata:
          name: web
        """,
        """
        kind: Service      # 1
        metadata:          # 2
          name: web        # 3
        """,
        id="a line is found by its words",
    ),
    pytest.param(
        """
        name: {{ .Release.Name }}-web
        type: {{ .Values.type | quote }}
        """,
        """
        name: shop-web     # 1
        type: "NodePort"   # 2
        """,
        id="actions write any text within a line",
    ),
    pytest.param(
        """
        spec:
          {{- if .Values.replicas }}
          replicas: {{ .Values.replicas }}
          {{- end }}
          selector: {}
        """,
        """
        spec:              # 1
          selector: {}     # 5
        """,
        id="what a condition leaves out is passed over",
    ),
    pytest.param(
        """
        ports:
          {{- range .Values.ports }}
          - port: {{ .port }}
            name: {{ .name }}
          {{- end }}
        """,
        """
        ports:             # 1
          - port: 80       # 3
            name: http     # 4
          - port: 443      # 3
            name: https    # 4
        """,
        id="a loop goes round",
    ),
    pytest.param(
        """
        labels:
          {{- include "web.labels" . | nindent 2 }}
        spec:
        """,
        """
        labels:            # 1
          app: web         # 2
          team: shop       # 2
        spec:              # 3
        """,
        id="an included text is found at the action that includes it",
    ),
    pytest.param(
        """
        selector: {{ include "web.labels" . | nindent 2 }}
        spec:
        """,
        """
        selector:          # 1
          app: web         # 1
        spec:              # 2
        """,
        id="so is one that begins on the line of its key",
    ),
    pytest.param(
        """
        labels:
          {{- include "web.labels" . | nindent 2 }}
        {{- with .Values.annotations }}
        annotations:
          {{- toYaml . | nindent 2 }}
        {{- end }}
        spec:
        """,
        """
        labels:            # 1
          app: web         # 2
          team: shop       # 2
        spec:              # 7
        """,
        id="an action whose key is not there has written nothing",
    ),
    pytest.param(
        """
        labels:
          {{- include "web.labels" . | nindent 2 }}
          {{- toYaml .Values.labels | nindent 2 }}
        spec:
        """,
        """
        labels:            # 1
          app: web
          team: shop
        spec:              # 4
        """,
        id="a line that either of two actions may have written stays without one",
    ),
    pytest.param(
        """
        kind: Service
        name: web
        ---
        kind: Service
        name: db
        """,
        """
        kind: Service      # 4
        name: db           # 5
        """,
        id="of equal lines the one beside the rest counts",
    ),
    pytest.param(
        """
        {{- if .Values.a }}
        port: 80
        {{- else }}
        port: 80
        {{- end }}
        """,
        """
        port: 80
        """,
        id="of equal lines with nothing beside them none counts",
    ),
    pytest.param(
        """
        {{- /* A comment }} over
          kind: Pod
        lines. */ -}}
        {{- $name := .Release.Name }}
        kind: Service
        name: {{ $name }}
        """,
        """
        kind: Service      # 5
        name: shop         # 6
        """,
        id="comments and variables write nothing",
    ),
    pytest.param(
        """
        name: {{ include "web.name"
                 (dict "a" 1) }}
        port: 80
        """,
        """
        name: web          # 1
        port: 80           # 3
        """,
        id="an action may go over lines",
    ),
    pytest.param(
        """
        {{ .Values.manifest }}
        """,
        """
        kind: Service      # 1
        name: web          # 1
        """,
        id="all may come from one value",
    ),
]


@pytest.mark.parametrize(("template", "rendered"), _CASES)
def test_finds_the_line_that_wrote_a_line(template: str, rendered: str) -> None:
    lines = [line.partition(" # ") for line in dedent(rendered).strip("\n").split("\n")]
    text = "\n".join(words.rstrip() for words, _, _ in lines)
    expected = [int(number) - 1 if number else None for _, _, number in lines]
    assert aligned(dedent(template).strip("\n"), text) == expected


_LINE = st.sampled_from(["a: 1", "  b: {{ .b }}", "{{ .c }}", "{{- if .d }}", "{{- end }}", "  - e", "", "b: x"])


@given(st.lists(_LINE), st.lists(_LINE))
def test_tells_a_line_that_there_is_or_none(template: list[str], rendered: list[str]) -> None:
    lines = "\n".join(template).split("\n")
    found = aligned("\n".join(template), "\n".join(rendered))
    assert len(found) == len("\n".join(rendered).split("\n"))
    assert all(at is None or lines[at].strip() for at in found)


@given(st.lists(st.sampled_from(["a: 1", "  b: 2", "c: 3", "  - d", "e:"]), unique=True))
def test_a_template_without_actions_is_found_line_by_line(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert aligned(text, text) == [at if line else None for at, line in enumerate(text.split("\n"))]


def test_tells_nothing_of_what_is_too_long_to_be_compared() -> None:
    lines = int(MOST_PAIRS**0.5) + 1
    text = "\n".join(f"key-{number}: 1" for number in range(lines))
    assert aligned(text, text) == [None] * lines
