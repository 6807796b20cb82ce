"""What the rules of the group `syntax` mend, and what they leave to people."""

import pytest

from tests.fixes.fixing import changed, found, mended
from tests.repositories import service

PLAIN = service().replace("{name: web}", "\n  name: web")


def labelled(*lines: str) -> str:
    """A Service with further lines in its metadata."""
    return PLAIN.replace("  name: web\n", "  name: web\n" + "".join(f"  {line}\n" for line in lines))


@pytest.mark.parametrize(
    ("text", "old", "new", "safety"),
    [
        pytest.param(
            labelled("labels:", "  app: a", "labels:", "  app: a"),
            "  labels:\n    app: a\n  labels:\n    app: a\n",
            "  labels:\n    app: a\n",
            "safe",
            id="the same again",
        ),
        pytest.param(
            labelled("labels:", "  app: a", "labels:", "  tier: b"),
            "  labels:\n    tier: b\n",
            "    tier: b\n",
            "unsafe",
            id="two mappings with different keys",
        ),
    ],
)
def test_a_second_key(text: str, old: str, new: str, safety: str) -> None:
    outcome = mended("duplicate-key", text)
    assert outcome.files == changed(text, old, new)
    assert {each.value for each in outcome.safety} == {safety}


def test_two_values_of_a_key_are_left_to_people() -> None:
    assert [each.fix for each in found("duplicate-key", labelled("labels: {app: a}", "labels: {app: b}"))] == [None]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("  ports:  # kgen: ignore[schema] why\n", "  ports:\n", id="behind something"),
        pytest.param("  # kgen: ignore[schema]\n  ports:\n", "  ports:\n", id="alone on a line"),
        pytest.param("  ports: # note # kgen: ignore[schema]\n", "  ports: # note\n", id="behind another comment"),
        pytest.param(
            "  ports: # kgen: ignore[schema] # kgen: ignore[duplicate-port]\n", "  ports:\n", id="two comments"
        ),
        pytest.param("  ports: # kgen: ignore[schema, duplicate-port]\n", "  ports:\n", id="two rules"),
    ],
)
def test_comments_that_turn_off_nothing_go(old: str, new: str) -> None:
    ports = "    - port: 80\n"
    before = f"{PLAIN.partition('  ports:')[0]}{old}{ports}"
    after = f"{PLAIN.partition('  ports:')[0]}{new}{ports}"
    assert mended("unused-suppression", before).files == {"a.yaml": after}


def test_a_rule_among_others_goes_alone() -> None:
    head, ports = PLAIN.partition("  ports:")[0], "  ports: [{port: 80, protocol: HTTP}] # kgen: ignore[%s] HTTP\n"
    before = head + ports % "schema,invalid-protocol, duplicate-port"
    assert mended("unused-suppression", before).files == {"a.yaml": head + ports % "invalid-protocol"}


def test_a_misspelt_rule_is_written_rightly_where_it_turns_off_something() -> None:
    text = service(ports="[{port: 80, protocol: HTTP}] # kgen: ignore[invalid-protcol] HTTP")
    assert mended("unused-suppression", text).files == changed(text, "protcol", "protocol")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(labelled("annotations: {kgen.dev/ignore: schema}"), id="an annotation"),
        pytest.param(PLAIN + "# kgen: ignore[no-such-rule-at-all]\n", id="a rule that nothing is called like"),
        pytest.param(PLAIN + "# kgen: ignore\n", id="no rule"),
        pytest.param(
            "apiVersion: v1\nkind: X\n{# kgen: ignore[,a: b  # kgen: ignore[schema]\n", id="a comment in what is none"
        ),
    ],
)
def test_what_is_left_to_people(text: str) -> None:
    assert [each.fix for each in found("unused-suppression", text)] == [None]
