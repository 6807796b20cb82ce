"""Names that steer a terminal, a log or a reader's eye: every command shows them as escapes, on a line of their own."""

import json
import re
from pathlib import Path

import pytest

from kgen.cli.outputs import FORMATS
from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE
from tests.running import run_kgen

_NAMES = {
    "an escape sequence": "\x1b[31mred",
    "a title for the terminal": "\x1b]0;owned\x07",
    "an 8-bit escape sequence": "\x9b31m",
    "a workflow command": "x\n::error::owned",
    "a carriage return": "kgen\rowned",
    "a backspace": "a\x08b",
    "right to left": "a\u202egpj.b",
    "a line separator": "a\u2028b",
}
_STEERING = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|^::error::owned", re.MULTILINE
)
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]|^::error::owned", re.MULTILINE)  # kubectl's YAML escapes no more
every_name = pytest.mark.parametrize("name", [pytest.param(name, id=what) for what, name in _NAMES.items()])


def _in_manifest(name: str) -> str:
    """The name as one of a Service that has faults, of its port and of a label."""
    quoted = json.dumps(name)
    return (
        OUT_OF_RANGE.replace("name: web", f"name: {quoted}")
        .replace("app: web", f"app: {quoted}")
        .replace("- port: 80", f"- name: {quoted}\n      port: 80")
        .replace("targetPort: http", f"targetPort: {quoted}")
    )


@every_name
@pytest.mark.parametrize(
    "argv",
    [
        *(pytest.param(["lint", "--select", "ALL", "--output-format", form], id=form) for form in FORMATS),
        pytest.param(["lint", "--show-unverified", "--quiet"], id="unverified"),
        pytest.param(["get", "svc", "-o", "wide"], id="get"),
        pytest.param(["describe", "svc"], id="describe"),
        pytest.param(["ports"], id="ports"),
        pytest.param(["ports", "--output-format", "csv"], id="ports csv"),
        pytest.param(["ports", "--output-format", "json"], id="ports json"),
        pytest.param(["ports", "--output-format", "markdown"], id="ports markdown"),
        pytest.param(["render", "."], id="render"),
        pytest.param(["render", ".", "--explain"], id="render --explain"),
    ],
)
def test_in_a_manifest(argv: list[str], name: str, repository: Path) -> None:
    (repository / "a.yaml").write_text(_in_manifest(name), encoding="utf-8")
    (repository / "b.yaml").write_text(DEPLOYMENT, encoding="utf-8")
    (repository / "kustomization.yaml").write_text("resources: [a.yaml, b.yaml]\n", encoding="utf-8")
    result = run_kgen(argv)
    assert result.code in {0, 1}
    assert not _STEERING.search(result.err)
    assert not (_CONTROL if argv[0] == "render" else _STEERING).search(result.out)


@every_name
@pytest.mark.parametrize(
    "argv",
    [
        pytest.param(["lint"], id="lint"),
        pytest.param(["lint", "--show-files"], id="the list of files"),
        pytest.param(["lint", "--output-format", "github"], id="github"),
        pytest.param(["ports"], id="ports"),
        pytest.param(["render", "."], id="render"),
        pytest.param(["build", "kgen.yaml"], id="build"),
        pytest.param(["build", "--check", "kgen.yaml"], id="build --check"),
    ],
)
def test_of_a_file(argv: list[str], name: str, repository: Path) -> None:
    try:
        (repository / name).mkdir()
        (repository / name / "a.yaml").write_text(OUT_OF_RANGE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    (repository / "kustomization.yaml").write_text(json.dumps({"resources": [f"{name}/gone.yaml"]}), encoding="utf-8")
    (repository / "kgen.yaml").write_text(
        json.dumps({"output": name, "apps": {"web": {"image": "nginx"}}}), encoding="utf-8"
    )
    result = run_kgen(argv)
    assert not _STEERING.search(result.err), result.err
    assert not _STEERING.search(result.out), result.out


@every_name
@pytest.mark.parametrize(
    "argv",
    [
        pytest.param(["lint", "NAME"], id="a path"),
        pytest.param(["NAME"], id="a command"),
        pytest.param(["lint", "--NAME"], id="a flag"),
        pytest.param(["service", "NAME", "--tcp", "80"], id="a Service"),
        pytest.param(["render", "NAME"], id="a folder"),
        pytest.param(["describe", "svc/NAME"], id="a Service to describe"),
        pytest.param(["rule", "NAME"], id="a rule"),
        pytest.param(["create", "service", "NAME"], id="kubectl's words"),
    ],
)
def test_on_the_command_line(argv: list[str], name: str, repository: Path) -> None:
    result = run_kgen([word.replace("NAME", name) for word in argv])
    assert result.code in {1, 2}
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", result.err), result.err
