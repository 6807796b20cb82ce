"""Patterns for paths."""

import pytest

from kgen.gitops.argocd.globs import folder_pattern, text_pattern


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        pytest.param("apps/*", "apps/web", True, id="a folder below"),
        pytest.param("apps/*", "apps/web/base", False, id="not one farther below"),
        pytest.param("**", "apps/web/base", True, id="whatever is below"),
        pytest.param("ap?s", "apps", True, id="one character"),
        pytest.param("app[a-s]", "apps", True, id="one of a range"),
        pytest.param("app[!s]", "apps", False, id="one that is none of these"),
        pytest.param("a.ps", "apps", False, id="a dot is a dot"),
        pytest.param("{a,b}", "a", False, id="braces are no choice"),
        pytest.param(r"a\*", "a*", True, id="an escaped star"),
    ],
)
def test_folders(glob: str, path: str, *, expected: bool) -> None:
    pattern = folder_pattern(glob)
    assert pattern is not None
    assert (pattern.fullmatch(path) is not None) is expected


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        pytest.param("*.yaml", "a/b.yaml", True, id="any folder"),
        pytest.param("{*.yaml,*.yml}", "a.yml", True, id="a choice"),
        pytest.param("{*.yaml,*.yml}", "a.json", False, id="neither of the two"),
        pytest.param("?", "/", True, id="one character"),
    ],
)
def test_texts(glob: str, path: str, *, expected: bool) -> None:
    pattern = text_pattern(glob)
    assert pattern is not None
    assert (pattern.fullmatch(path) is not None) is expected


@pytest.mark.parametrize("glob", ["{", "a" * 301, "*a*a*a*a*a"])
def test_not_followed(glob: str) -> None:
    assert text_pattern(glob) is None
