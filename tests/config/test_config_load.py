"""Settings files: what they give, and where their mistakes are said to be."""

import json
import re
from pathlib import Path

import pytest

from kgen.config.load import load, schema_path
from kgen.config.model import Config
from kgen.config.show import as_written
from kgen.config.starter import starter
from kgen.errors import KgenError
from kgen.record import fields
from kgen.syntax.emit.yaml import to_yaml


def loaded(tmp_path: Path, text: str, name: str = ".kgen.yaml") -> Config:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return load(str(path))


def refusal(tmp_path: Path, text: str, name: str = ".kgen.yaml") -> list[str]:
    """The lines of the message, with the file's own name for its path."""
    with pytest.raises(KgenError) as error:
        loaded(tmp_path, text, name)
    return error.value.message.replace((tmp_path / name).as_posix(), name).splitlines()


YAML = """\
select: [service, orphan-selector]
extend-select: opinion
ignore:
- unused-suppression
per-file-ignores:
  "legacy/**": [nodeport-out-of-range]
severity:
  orphan-selector: warning
fail-on: error
exclude: [vendor/]
kubernetes-version: 1.30
node-port-range: 20000-22767
rules:
  target-port-number-unmatched:
    strict: yes
    limit: 3
    names: [a, b]
templates: own
"""
TOML = """\
[project]
name = "x"

[tool.kgen]
select = ["service", "orphan-selector"]
extend-select = "opinion"
ignore = ["unused-suppression"]
per-file-ignores = { "legacy/**" = ["nodeport-out-of-range"] }
fail-on = "error"
exclude = ["vendor/"]
kubernetes-version = 1.30
node-port-range = "20000-22767"
templates = "own"

[tool.kgen.severity]
orphan-selector = "warning"

[tool.kgen.rules.target-port-number-unmatched]
strict = true
limit = 3
names = ["a", "b"]
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(".kgen.yaml", YAML, id="yaml"),
        pytest.param(".kgen.yaml", "\ufeff" + YAML.replace("\n", "\r\n"), id="yaml with a BOM and CRLF"),
        pytest.param("pyproject.toml", TOML, id="toml"),
    ],
)
def test_every_key(tmp_path: Path, name: str, text: str) -> None:
    config = loaded(tmp_path, text, name)
    assert config.path == str(tmp_path / name)
    assert config.select == ("service", "orphan-selector")
    assert config.extend_select == ("opinion",)
    assert config.ignore == ("unused-suppression",)
    assert config.per_file_ignores == {"legacy/**": ("nodeport-out-of-range",)}
    assert config.severity == {"orphan-selector": "warning"}
    assert config.fail_on == "error"
    assert config.exclude == ("vendor/",)
    assert config.kubernetes_version == "1.30"
    assert config.node_port_range == (20000, 22767)
    assert config.rules == {"target-port-number-unmatched": {"strict": True, "limit": 3, "names": ("a", "b")}}
    assert config.templates == str(tmp_path / "own")


@pytest.mark.parametrize(
    "text", [pytest.param("", id="empty"), pytest.param("# nothing\n", id="a comment"), pytest.param("---\n", id="---")]
)
def test_an_empty_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    config = loaded(tmp_path, text)
    assert as_written(config) == as_written(load(None)) == as_written(Config())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("slect: [ALL]\n", ".kgen.yaml:1:1: unknown key `slect`; did you mean `select`?", id="near key"),
        pytest.param(
            "fail-on: warn\n",
            ".kgen.yaml:1:10: `fail-on` does not take `warn`; did you mean `warning`?",
            id="near word",
        ),
        pytest.param(
            "severity:\n  orphan-selector: high\n",
            ".kgen.yaml:2:20: `severity.orphan-selector` does not take `high`; known are `error`, `warning`, `info`",
            id="no near word",
        ),
        pytest.param(
            "exclude: {a: b}\n", ".kgen.yaml:1:10: `exclude` takes a list or a text, not a mapping", id="wrong type"
        ),
        pytest.param(
            "select: [a, 3]\n",
            ".kgen.yaml:1:13: `select[1]` takes a text, not `3`, a whole number",
            id="wrong type in a list",
        ),
        pytest.param("templates: ''\n", ".kgen.yaml:1:12: `templates` is empty", id="empty text"),
        pytest.param(
            "kubernetes-version: latest\n",
            ".kgen.yaml:1:21: `kubernetes-version` takes a version such as `1.34`, not `latest`",
            id="pattern",
        ),
        pytest.param(
            "node-port-range: 32767-30000\n",
            ".kgen.yaml:1:18: `node-port-range` goes from a lower to a higher port between 1 and 65535, "
            "not `32767-30000`",
            id="range from high to low",
        ),
        pytest.param(
            "fail-on: info\nfail-on: error\n", ".kgen.yaml:2:1: key `fail-on` stands here a second time", id="twice"
        ),
        pytest.param("- a\n", ".kgen.yaml:1:1: this file takes a mapping, not a list", id="a list"),
        pytest.param(
            "fail-on: info\n---\nfail-on: error\n",
            ".kgen.yaml:2:1: a second document begins here; settings are one document",
            id="two documents",
        ),
    ],
)
def test_one_mistake(tmp_path: Path, text: str, expected: str) -> None:
    assert refusal(tmp_path, text) == [expected]


def test_all_mistakes_are_reported_in_order(tmp_path: Path) -> None:
    text = "rules: 1\nfail-on: [x]\nnope: 1\nseverity: {a: b}\n"
    lines = refusal(tmp_path, text)
    assert lines[0] == "4 mistakes in `.kgen.yaml`"
    assert [line.split(": ")[0] for line in lines[1:]] == [
        ".kgen.yaml:1:8",
        ".kgen.yaml:2:10",
        ".kgen.yaml:3:1",
        ".kgen.yaml:4:15",
    ]


def test_yaml_that_cannot_be_read(tmp_path: Path) -> None:
    (line,) = refusal(tmp_path, "select: [a\nignore: b\n")
    assert line.startswith(".kgen.yaml:2:")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '[tool.kgen]\n\nslect = ["ALL"]\n',
            "pyproject.toml:3:1: unknown key `slect`; did you mean `select`?",
            id="key",
        ),
        pytest.param(
            "[tool.kgen.rules.x]\n  y = 1.5\n[tool.kgen.severity]\nx = 3\n",
            "pyproject.toml:4:1: `severity.x` takes",
            id="value in a table of its own",
        ),
        pytest.param(
            "[project]\nfail-on = 1\n[tool.kgen]\nfail-on = 1\n",
            "pyproject.toml:4:1: `fail-on` takes a text, not `1`, a whole number",
            id="not the namesake in another table",
        ),
        pytest.param("[tool.kgen]\nselect = [\n", "pyproject.toml", id="no TOML"),
    ],
)
def test_mistakes_in_toml(tmp_path: Path, text: str, expected: str) -> None:
    (line,) = refusal(tmp_path, text, "pyproject.toml")
    assert line.startswith(expected)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(KgenError, match=r"configuration file `.*none.yaml` cannot be read: No such file"):
        load(str(tmp_path / "none.yaml"))


@pytest.mark.parametrize(
    ("default", "expected"),
    [
        pytest.param(False, True, id="boolean"),
        pytest.param(1, 3, id="number"),
        pytest.param((), ("a", "b"), id="list"),
        pytest.param("x", "x", id="default"),
    ],
)
def test_rule_options(tmp_path: Path, default: bool | int | str | tuple[str, ...], expected: object) -> None:
    config = loaded(tmp_path, YAML)
    names = {bool: "strict", int: "limit", tuple: "names", str: "unset"}
    assert config.rule_option("target-port-number-unmatched", names[type(default)], default) == expected


def test_a_rule_option_of_the_wrong_type(tmp_path: Path) -> None:
    config = loaded(tmp_path, "rules:\n  some-rule:\n    strict: 1\n")
    with pytest.raises(KgenError) as error:
        config.rule_option("some-rule", "strict", default=False)
    expected = ".kgen.yaml:3:13: `strict` of rule `some-rule` takes true or false, not `1`"
    assert error.value.message.endswith(expected)


def test_places(tmp_path: Path) -> None:
    config = loaded(tmp_path, YAML)
    assert config.place("select[1]").endswith(".kgen.yaml:1:19")
    assert config.place("severity.orphan-selector").endswith(".kgen.yaml:8:20")
    assert config.place("nowhere").endswith(".kgen.yaml")


def test_model_and_schema_have_the_same_keys() -> None:
    keys = set(json.loads(schema_path().read_text(encoding="utf-8"))["properties"])
    attributes = {name.replace("_", "-") for name in fields(Config)} - {"path", "places", "helm-program"}
    assert keys == attributes == set(as_written(Config()))


def test_defaults_are_those_of_the_schema() -> None:
    properties = json.loads(schema_path().read_text(encoding="utf-8"))["properties"]
    written = as_written(Config())
    defaults = {key: value["default"] for key, value in properties.items() if "default" in value}
    assert defaults == {key: written[key] for key in defaults}
    assert {key for key, value in written.items() if value and key not in defaults} == set()


def test_what_is_shown_reads_back(tmp_path: Path) -> None:
    config = loaded(tmp_path, YAML)
    shown = {key: value for key, value in as_written(config).items() if value is not None}
    assert as_written(loaded(tmp_path, to_yaml(shown))) == as_written(config)


def test_the_starter_changes_nothing_and_each_line_of_it_is_valid(tmp_path: Path) -> None:
    assert as_written(loaded(tmp_path, starter())) == as_written(Config())
    lines = starter().splitlines()
    settings = [line[1:] for line in lines if re.match(r"#([^ ]|  )", line)]
    config = loaded(tmp_path, "\n".join(settings))
    assert set(config.places) >= set(as_written(Config()))
