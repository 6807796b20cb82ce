"""Comments and annotations that turn off something, and those that do not."""

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import check
from kgen.lint.finding import Finding
from kgen.lint.select import selected
from tests.repositories import repository

RULES = rules()
RANGE = "nodeport-out-of-range"


def _found(text: str, config: Config) -> list[Finding]:
    checked = check(selected(RULES, config), repository({"a.yaml": text}), config, known=RULES)
    return [finding for finding in checked.findings if finding.suppressed is None]


def _manifest(number: int = 30080, beside: str = "", above: str = "", top: str = "", annotation: str = "") -> str:
    """A NodePort Service whose `nodePort` stands in line 10, one lower for each of `top` and `above`."""
    return (
        f"{top}apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations: {{{annotation}}}\n"
        f"spec:\n  type: NodePort\n  ports:\n  - port: 80\n{above}    nodePort: {number}{beside}\n"
    )


def _ignore(rule: str = RANGE) -> str:
    return f"# kgen: ignore[{rule}] reason\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_manifest(), id="none"),
        pytest.param(_manifest(29999, beside="  # kgen: ignore[nodeport-out-of-range]"), id="beside"),
        pytest.param(_manifest(29999, beside=" #kgen:ignore[nodeport-out-of-range]"), id="dense"),
        pytest.param(_manifest(29999, above=f"    {_ignore()}"), id="above the key"),
        pytest.param(_manifest(29999, above=f"    {_ignore()}    # of the edge\n"), id="above another comment"),
        pytest.param(_manifest(29999).replace("  ports:", f"  {_ignore()}  ports:"), id="above a key around it"),
        pytest.param(_manifest(29999).replace("  - port", f"  {_ignore()}  - port"), id="above an item around it"),
        pytest.param(
            _manifest(29999).replace("spec:", "spec: # kgen: ignore[nodeport-out-of-range]"), id="beside a key"
        ),
        pytest.param(_manifest(29999, top="# kgen: ignore-file[nodeport-out-of-range] test\n"), id="for the file"),
        pytest.param(_manifest(29999, annotation="kgen.dev/ignore: nodeport-out-of-range"), id="annotation"),
        pytest.param(_manifest(beside="  # kgen: the usual port"), id="no directive"),
        pytest.param(_manifest(beside="  # kgen: ignore[nodeport-dynamic-band]"), id="of a rule that does not run"),
        pytest.param(
            _manifest(top="# kgen: ignore-file[unused-suppression]\n", beside=" # kgen: ignore[schema]"), id="off"
        ),
    ],
)
def test_silent(text: str) -> None:
    assert _found(text, Config(select=("syntax", "nodeport-out-of-range", "schema"))) == []


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        pytest.param(
            _manifest(beside="  # kgen: ignore[nodeport-out-of-range]"),
            "10:37",
            "`nodeport-out-of-range` reports nothing here that this could turn off",
            id="unused",
        ),
        pytest.param(
            _manifest(29999, above=f"    {_ignore('schema, nodeport-out-of-range')}"),
            "10:20",
            "`schema` reports nothing here that this could turn off",
            id="one of two",
        ),
        pytest.param(
            _manifest(top="# kgen: ignore-file[nodeport-out-of-range]\n"),
            "1:21",
            "`nodeport-out-of-range` reports nothing here that this could turn off",
            id="unused for the file",
        ),
        pytest.param(
            _manifest(annotation="kgen.dev/ignore: nodeport-out-of-range"),
            "5:34",
            "`nodeport-out-of-range` reports nothing here that this could turn off",
            id="unused annotation",
        ),
        pytest.param(
            _manifest(beside="  # kgen: ignore[nodeport-out-of-rnge]"),
            "10:37",
            "no rule is called `nodeport-out-of-rnge`; did you mean `nodeport-out-of-range`?",
            id="unknown rule",
        ),
        pytest.param(_manifest(beside="  # kgen: ignore[ALL]"), "10:37", "no rule is called `ALL`", id="all of them"),
        pytest.param(
            _manifest(beside="  # kgen: ignore the edge"),
            "10:22",
            "`# kgen: ignore` names no rule to turn off",
            id="bare",
        ),
        pytest.param(
            _manifest(beside="  # kgen: ignore[]"), "10:22", "`# kgen: ignore[]` names no rule to turn off", id="empty"
        ),
        pytest.param(
            _manifest(beside="  # kgen: ignore-line[schema]"),
            "10:22",
            "`# kgen: ignore-line[schema]` names no rule to turn off",
            id="no such form",
        ),
        pytest.param(
            "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    # kgen: ignore[schema]\n",
            "5:5",
            "this is text of a block scalar, not a comment, and turns off nothing",
            id="in a block scalar",
        ),
    ],
)
def test_reported(text: str, place: str, message: str) -> None:
    (found,) = _found(text, Config(select=("syntax", "nodeport-out-of-range", "schema")))
    assert (found.rule, str(found.place.span), found.message) == ("unused-suppression", place, message)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_manifest(29999, above=f"    {_ignore()}\n"), id="an empty line between"),
        pytest.param(_manifest(29999).replace("  type:", f"  {_ignore()}  type:"), id="above a key beside it"),
        pytest.param(
            _manifest(29999).replace("NodePort", "NodePort # kgen: ignore[nodeport-out-of-range]"), id="beside another"
        ),
    ],
)
def test_what_is_not_covered_stands(text: str) -> None:
    found = _found(text, Config(select=("syntax", "nodeport-out-of-range")))
    assert sorted(finding.rule for finding in found) == ["nodeport-out-of-range", "unused-suppression"]


def test_lines_of_a_secret_are_not_shown() -> None:
    text = "apiVersion: v1\nkind: Secret\nstringData:\n  a: hidden # kgen: ignore\n"
    (found,) = _found(text, Config(select=("syntax",)))
    assert found.place.lines == ()
