"""The pages on kgen.yaml, templates and configuration say what the program does."""

import json
import re
from pathlib import Path

import pytest

from kgen.config.load import schema_path as config_schema
from kgen.generate.spec.port_text import AUTO, parse_port
from kgen.generate.spec.read import read_spec, schema_path
from kgen.generate.spec.values import service_values, workload_values
from kgen.syntax.source import Source

DOCS = Path(__file__).parents[2] / "docs"


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the table under a heading row that starts with `heading`."""
    lines = text.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    table = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        table.append([cell.strip() for cell in line.strip("|").split("|")])
    return table


@pytest.mark.parametrize("cells", rows(page("spec"), "written"), ids=lambda cells: cells[0])
def test_the_table_of_ports(cells: list[str]) -> None:
    port = parse_port(cells[0].strip("`"))
    node_port = "picked by kgen" if port.node_port == AUTO else str(port.node_port or "")
    target = str(port.target) if isinstance(port.target, int) else f"container port `{port.target}`"
    protocols = port.protocols[0] if len(port.protocols) == 1 else "one port of each"
    assert cells[1:] == [node_port, str(port.port), target, protocols]


def keys(definition: dict[str, dict[str, object]]) -> set[str]:
    return set(definition["properties"])


def test_every_key_of_a_spec_is_documented() -> None:
    schema = json.loads(schema_path().read_text(encoding="utf-8"))
    definitions = schema["$defs"]
    known = set().union(*map(keys, (schema, definitions["app"], definitions["service"], definitions["port"])))
    named = set(re.findall(r"`(\w+)(?=[`:])", page("spec")))
    assert known - {"apps", "services"} - named == set()


def test_every_setting_is_documented() -> None:
    schema = json.loads(config_schema().read_text(encoding="utf-8"))
    table = {cells[0].strip("`"): cells[1].strip("`") for cells in rows(page("configuration"), "key")}
    assert set(table) == keys(schema)
    defaults = {key: value["default"] for key, value in schema["properties"].items() if "default" in value}
    assert {key: table[key] for key in defaults} == {key: json.dumps(each).strip('"') for key, each in defaults.items()}


def test_every_value_of_a_template_is_documented() -> None:
    spec = read_spec(Source("kgen.yaml", b"apps: {a: {image: x, ports: [80]}}"))
    table = rows(page("templates"), "value")
    documented = {
        column: {name for cells in table if cells[column] for name in re.findall(r"`(\w+)`", cells[0])}
        for column in (1, 2)
    }
    assert documented[1] == set(service_values(spec.services[0]))
    assert documented[2] == set(workload_values(spec.workloads[0]))
