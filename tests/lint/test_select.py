"""Which rules run."""

import pytest

from kgen.config.model import Config
from kgen.errors import KgenError
from kgen.lint.rule import Rule
from kgen.lint.select import check_configured, check_word, selected
from kgen.lint.severity import Severity


def _rule(group: str, name: str) -> Rule:
    return Rule(name, group, Severity.ERROR, "0.1.0", str, lambda _subject, _config: iter(()), "")


RULES = [
    _rule("port", "target-port-name-missing"),
    _rule("port", "target-port-number-unmatched"),
    _rule("service", "nodeport-out-of-range"),
]
NAME, NUMBER, RANGE = (rule.name for rule in RULES)


@pytest.mark.parametrize(
    ("config", "names"),
    [
        pytest.param(Config(), [NAME, NUMBER, RANGE], id="all by default"),
        pytest.param(Config(select=("ALL",)), [NAME, NUMBER, RANGE], id="ALL"),
        pytest.param(Config(select=("port",)), [NAME, NUMBER], id="a group"),
        pytest.param(Config(select=(RANGE,)), [RANGE], id="a name"),
        pytest.param(Config(select=(RANGE,), extend_select=(NAME,)), [NAME, RANGE], id="extended"),
        pytest.param(Config(ignore=("port",)), [RANGE], id="a group ignored"),
        pytest.param(Config(select=("port",), ignore=(NAME,)), [NUMBER], id="a name of a group ignored"),
        pytest.param(Config(select=(NAME,), ignore=("port",)), [NAME], id="a name outweighs its ignored group"),
        pytest.param(Config(select=(NAME,), ignore=(NAME,)), [], id="ignoring wins a tie"),
        pytest.param(Config(ignore=("ALL",)), [], id="ALL ignored"),
    ],
)
def test_selected(config: Config, names: list[str]) -> None:
    assert [rule.name for rule in selected(RULES, config)] == names


@pytest.mark.parametrize(
    ("word", "message"),
    [
        pytest.param(
            "nodeport-out-of-rang",
            "--select: unknown rule or group `nodeport-out-of-rang`; did you mean `nodeport-out-of-range`?",
            id="a near miss",
        ),
        pytest.param(
            "services",
            "--select: unknown rule or group `services`; did you mean `service`?",
            id="a group's near miss",
        ),
        pytest.param("K001", "--select: unknown rule or group `K001`; `kgen rule` lists them", id="nothing like it"),
    ],
)
def test_unknown_words(word: str, message: str) -> None:
    with pytest.raises(KgenError) as refusal:
        check_word(RULES, word, "--select")
    assert refusal.value.message == message


@pytest.mark.parametrize(
    ("config", "place"),
    [
        pytest.param(Config(select=(NAME, "x"), places={"select[1]": ".kgen.yaml:3:5"}), ".kgen.yaml:3:5", id="select"),
        pytest.param(Config(extend_select=("x",), places={"extend-select[0]": "a:1:1"}), "a:1:1", id="extend-select"),
        pytest.param(Config(ignore=("x",), places={"ignore[0]": "a:2:1"}), "a:2:1", id="ignore"),
        pytest.param(Config(severity={"port": "info"}, path=".kgen.yaml"), ".kgen.yaml", id="a group is no rule"),
        pytest.param(Config(rules={"x": {}}, path=".kgen.yaml"), ".kgen.yaml", id="options of no rule"),
        pytest.param(Config(per_file_ignores={"a": ("x",)}, path="a"), "a", id="per-file-ignores"),
    ],
)
def test_words_of_a_configuration_are_refused_where_they_stand(config: Config, place: str) -> None:
    with pytest.raises(KgenError) as refusal:
        check_configured(RULES, config)
    assert refusal.value.message.startswith(f"{place}: unknown rule")


def test_known_words_of_a_configuration_pass() -> None:
    check_configured(
        RULES,
        Config(
            select=("ALL",),
            ignore=("service",),
            severity={NAME: "info"},
            rules={NUMBER: {"strict": True}},
            per_file_ignores={"*.yaml": (RANGE, "port")},
        ),
    )
