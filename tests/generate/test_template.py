"""Templates: data put in the place of `$(name)`."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.config.yaml_file import read_yaml
from kgen.errors import KgenError
from kgen.generate.template import NAMES, fill, read_template
from kgen.syntax.source import Source
from kgen.syntax.value import Data

VALUES: dict[str, Data] = {"name": "web", "namespace": None, "ports": [{"port": 80}], "replicas": 0}


def filled(text: str, values: dict[str, Data] = VALUES) -> dict[str, Data]:
    data = fill(read_yaml(Source("t.yaml", f"kind: K\n{text}".encode())), values)
    del data["kind"]
    return data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: $(name)", {"a": "web"}, id="a text"),
        pytest.param("a: $(replicas)", {"a": 0}, id="a number stays one, 0 as well"),
        pytest.param("a: $(ports)", {"a": [{"port": 80}]}, id="a list"),
        pytest.param("a: x-$(name)-$(replicas)", {"a": "x-web-0"}, id="inside a text"),
        pytest.param("a: x$(namespace)", {"a": "x"}, id="nothing inside a text"),
        pytest.param("a: {b: $(namespace), c: 1}", {"a": {"c": 1}}, id="a key without value goes"),
        pytest.param("a: {b: {c: $(namespace)}}", {}, id="and what it leaves empty"),
        pytest.param("a: [$(namespace), x]", {"a": ["x"]}, id="an item without value goes"),
        pytest.param("a: {}\nb: []\nc: null", {"a": {}, "b": [], "c": None}, id="what is empty by itself stays"),
        pytest.param("a: $(POD_IP)", {"a": "$(POD_IP)"}, id="Kubernetes' own reference"),
        pytest.param("a: $$(name)", {"a": "$$(name)"}, id="Kubernetes' own escape"),
        pytest.param("a: ${name}", {"a": "${name}"}, id="Flux' substitution"),
        pytest.param("$(name): 1", {"$(name)": 1}, id="keys are left alone"),
        pytest.param("a: 1.10", {"a": 1.1}, id="other scalars are YAML's"),
    ],
)
def test_fill(text: str, expected: dict[str, Data]) -> None:
    assert filled(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("a: $(nmae)", "t.yaml:2:4: unknown value `$(nmae)`; did you mean `name`?", id="unknown"),
        pytest.param(
            "a: x$(ports)", "t.yaml:2:4: `$(ports)` is no text: let it be the whole value of its key", id="list"
        ),
    ],
)
def test_mistakes(text: str, message: str) -> None:
    with pytest.raises(KgenError) as error:
        filled(text)
    assert error.value.message == message


def test_a_template_is_an_object() -> None:
    with pytest.raises(KgenError, match="with a `kind`"):
        fill(read_yaml(Source("t.yaml", b"a: 1\n")), {})


@settings(deadline=None)
@given(st.text())
def test_a_value_is_never_yaml(value: str) -> None:
    assert filled("a: $(name)\nb: x$(name)", {"name": value}) == {"a": value, "b": f"x{value}"}


@pytest.mark.parametrize("name", NAMES)
def test_kgens_own_templates(name: str) -> None:
    kind = read_template(name, None).get("kind")
    assert kind is not None
    assert kind.raw.lower() == name


def test_a_folder_overrides_by_name(tmp_path: Path) -> None:
    (tmp_path / "service.yml").write_text("kind: Mine\n")
    theirs, ours = (read_template(name, tmp_path).get("kind") for name in ("service", "pod"))
    assert theirs is not None
    assert ours is not None
    assert (theirs.raw, ours.raw) == ("Mine", "Pod")


def test_a_file_that_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "servce.yaml").write_text("kind: Mine\n")
    with pytest.raises(KgenError, match=r"`.*/servce.yaml` is no template's name; did you mean `service`\?"):
        read_template("pod", tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KgenError, match="does not exist"):
        read_template("pod", tmp_path / "none")
