"""Where kubectl's YAML breaks long lines: at the first single space behind column 80."""

import pytest

from kgen.syntax.emit.yaml import to_yaml

# Behind `k: ` (three columns) the space after 78 letters is in column 81, the first that is folded.
SHORT = "a" * 77
LONG = "a" * 78


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param(f"{SHORT} b c", f"{SHORT} b\n  c", id="the space in column 80 stays"),
        pytest.param(f"{LONG} b c", f"{LONG}\n  b c", id="the space in column 81 is a break"),
        pytest.param(f"{LONG}  b c", f"{LONG}  b\n  c", id="plain text keeps double spaces"),
        pytest.param(f"{LONG}{LONG}", f"{LONG}{LONG}", id="a long word is never broken"),
        pytest.param(f"'{LONG}' b", f"'''{LONG}''\n  b'", id="single quotes"),
        pytest.param(f"#{LONG} ", f"'#{LONG} '", id="single quotes keep a last space"),
        pytest.param(f"\t{LONG} b", f'"\\t{LONG}\n  b"', id="double quotes"),
        pytest.param(f"\t{LONG}  b", f'"\\t{LONG}\n  \\ b"', id="double quotes guard a second space"),
        pytest.param(f"\t{LONG} ", f'"\\t{LONG} "', id="double quotes keep a last space"),
        pytest.param(f"{LONG} b\nc", f"|-\n  {LONG} b\n  c", id="literal blocks are not folded"),
        pytest.param(f"{'é' * 78} b", f"{'é' * 78}\n  b", id="columns are characters"),
        pytest.param(f"a\u2028{LONG} b c", f"'a\u2028  {LONG} b\n  c'", id="a line separator starts a new line"),
    ],
)
def test_fold(text: str, written: str) -> None:
    assert to_yaml({"k": text}) == f"k: {written}\n"


def test_list_items_fold_one_step_in() -> None:
    assert to_yaml({"k": [f"{LONG}a b"]}) == f"k:\n- {LONG}a\n  b\n"


def test_simple_keys_are_not_folded() -> None:
    key = f"{LONG} {'b' * 20} c"
    assert to_yaml({key: 1}) == f"{key}: 1\n"


def test_explicit_keys_are_folded() -> None:
    key = f"{'a' * 120} {'b' * 20}"
    assert to_yaml({key: 1}) == f"? {'a' * 120}\n  {'b' * 20}\n: 1\n"
