"""The picture as JSON, Mermaid and DOT: what it looks like, and that no name breaks out of it."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kgen.show.graph.dot import as_dot
from kgen.show.graph.json_text import as_json
from kgen.show.graph.labels import drawn_rows, label, title
from kgen.show.graph.mermaid import as_mermaid
from kgen.show.graph.model import Graph
from kgen.syntax.display import visible
from tests.repositories import deployment, manifests, service
from tests.show.pictures import HOSTILE, named, picture

_SCHEMA = Path(__file__).parents[2] / "schemas" / "graph.schema.json"
_NAMES = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), max_size=30))

_SAFE = r'"(?:[A-Za-z0-9_ .:/=(),+-]|#\d+;)+"'
_MERMAID_LINES = re.compile(
    rf"flowchart LR|  subgraph f\d+\[{_SAFE}\]|    r\d+\[{_SAFE}\]|    r\d+ (?:-->|-\.->|-->\|{_SAFE}\|) r\d+|  end"
    r"|  linkStyle [\d,]+ stroke:#c62828,stroke-width:2px"
)
_QUOTED = r'"(?:[^"\\\n\r]|\\["\\])*"'
_DOT_LINES = re.compile(
    rf"digraph wiring \{{|  rankdir=LR|  (?:node|edge) \[[a-z =\"-]+\]|  subgraph cluster_f\d+ \{{|    label={_QUOTED}"
    rf"|    r\d+ \[label={_QUOTED}\]|    r\d+ -> r\d+ \[label={_QUOTED} tooltip={_QUOTED}[a-z0-9 =\"#]*\]|  ?\}}|\}}"
)


def _shop() -> Graph:
    ports = "[{name: http, port: 80, targetPort: http}, {name: admin, port: 81, targetPort: htp}]"
    return picture({"all.yaml": manifests(service(ports=ports, selector="app: web"), deployment())})


def _texts(drawn: Graph) -> list[str]:
    titles = [title(frame) for frame in drawn.frames]
    return titles + [label(*row) for net in drawn.nets for row in drawn_rows(net)]


def test_mermaid() -> None:
    assert as_mermaid(_shop()).splitlines() == [
        "flowchart LR",
        '  subgraph f1["folder ."]',
        '    r1["Service web http :80"]',
        '    r2["Service web admin :81"]',
        '    r3["Deployment web http :80"]',
        '    r4["Deployment web htp (undeclared)"]',
        "    r1 --> r3",
        '    r2 -->|"target-port-name-missing"| r4',
        "  end",
        "  linkStyle 1 stroke:#c62828,stroke-width:2px",
    ]


def test_dot() -> None:
    why = "its target port is the name `http`; its selector `app=web` matches"
    wrong = "target port `htp` of Service `web` is no port of Deployment `web`"
    broken = 'color="#c62828" fontcolor="#c62828" penwidth=2'
    assert as_dot(_shop()).splitlines()[4:] == [
        "  subgraph cluster_f1 {",
        '    label="folder ."',
        '    r1 [label="Service web http :80"]',
        '    r2 [label="Service web admin :81"]',
        '    r3 [label="Deployment web http :80"]',
        '    r4 [label="Deployment web htp (undeclared)"]',
        f'    r1 -> r3 [label="" tooltip="{why}"]',
        f'    r2 -> r4 [label="target-port-name-missing" tooltip="{wrong}" {broken}]',
        "  }",
        "}",
    ]


@pytest.mark.parametrize("drawn", [pytest.param(_shop(), id="a shop"), pytest.param(Graph(()), id="an empty picture")])
def test_json_is_as_the_schema_says(drawn: Graph) -> None:
    schema = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(as_json(drawn)))


@given(_NAMES)
@example("\udc80")
def test_json_holds_names_as_they_are(name: str) -> None:
    text = as_json(named(name))
    frame = json.loads(text)["frames"][0]
    assert text.isascii()
    assert (frame["name"], frame["nets"][0]["nodes"][0]["rows"][0]["text"]) == (name, name)
    assert frame["nets"][0]["edges"][0]["finding"] == {"rule": name, "message": name}


@given(_NAMES)
def test_mermaid_names_stay_in_their_quotes(name: str) -> None:
    drawn = named(name)
    lines = as_mermaid(drawn).removesuffix("\n").split("\n")
    assert [line for line in lines if not _MERMAID_LINES.fullmatch(line)] == []
    assert len(lines) == len(as_mermaid(named("web")).splitlines())
    quoted = [found for line in lines for found in re.findall(_SAFE, line) if "-->" not in line]
    assert [re.sub(r"#(\d+);", lambda each: chr(int(each[1])), each[1:-1]) for each in quoted] == [
        visible(text) or " " for text in _texts(drawn)
    ]


@given(_NAMES)
def test_dot_names_stay_in_their_quotes(name: str) -> None:
    drawn = named(name)
    lines = as_dot(drawn).removesuffix("\n").split("\n")
    assert [line for line in lines if not _DOT_LINES.fullmatch(line)] == []
    assert len(lines) == len(as_dot(named("web")).splitlines())
    quoted = [
        found
        for line in lines[4:]
        for found in re.findall(f"label=({_QUOTED})", line)
        if "->" not in line.split('"')[0]
    ]
    unescaped = [re.sub(r"\\(.)", r"\1", each[1:-1]).replace("&amp;", "&") for each in quoted]
    assert unescaped == [visible(text) for text in _texts(drawn)]
