"""Regular expressions out of kustomizations."""

import pytest

from kgen.gitops.kustomize.pattern import compile_pattern
from kgen.gitops.kustomize.problem import BuildError


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("web", "web", id="a name"),
        pytest.param("web-.*", "web-api", id="a beginning"),
        pytest.param(r".*-web-.*-[0-9]+\+", "a-web-b-1+", id="three parts that repeat"),
        pytest.param("(web|api)-v[0-9]+", "api-v12", id="a choice"),
        pytest.param("(web-)?api", "api", id="an optional part"),
        pytest.param("(-[a-z]{3}){2}", "-abc-def", id="a part a fixed number of times"),
    ],
)
def test_matches(pattern: str, text: str) -> None:
    assert compile_pattern(pattern, None).fullmatch(text)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        pytest.param("(a", "is no regular expression", id="open group"),
        pytest.param("(a+)+b", "may take too long", id="a repetition repeated"),
        pytest.param("(a|a)*b", "may take too long", id="a choice repeated"),
        pytest.param("(a{1,9}){1,}", "may take too long", id="counted repetitions"),
        pytest.param(".*a.*b.*c.*d", "may take too long", id="repetitions one behind the other"),
        pytest.param("a" * 1001, "may take too long", id="a very long one"),
    ],
)
def test_refused(pattern: str, message: str) -> None:
    with pytest.raises(BuildError, match=message):
        compile_pattern(pattern, None)
