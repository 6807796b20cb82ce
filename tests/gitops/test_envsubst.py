"""Variables in texts, as Flux fills them in."""

import pytest

from kgen.gitops.flux.envsubst import BadSubstitutionError, Variables, expand

KNOWN = {"APP": "web", "PORT": "8080", "PATH_TO": "a/b/a", "EMPTY": "", "SECRET": None, "ZONE": "Eu"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain", "plain", id="no variable"),
        pytest.param("${APP}", "web", id="a variable"),
        pytest.param("${APP}-${PORT}.example", "web-8080.example", id="two, and text around them"),
        pytest.param("$APP", "$APP", id="no braces, no variable"),
        pytest.param("$${APP}", "${APP}", id="a doubled dollar stands for one"),
        pytest.param("a$$b $", "a$b $", id="so it does without braces"),
        pytest.param("${NONE}", "${NONE}", id="an unset variable stays"),
        pytest.param("${NONE:=x}", "x", id="its default does not"),
        pytest.param("${NONE:-x} ${NONE=y}", "x y", id="whatever the sign"),
        pytest.param("${EMPTY:=x}", "x", id="empty counts as unset"),
        pytest.param("${APP:=x}", "web", id="a value before its default"),
        pytest.param("${NONE:=a-${APP}-b}", "a-web-b", id="a variable in a default"),
        pytest.param("${NONE:=${NONE}}", "${NONE:=${NONE}}", id="an unset one in a default"),
        pytest.param("${NONE:=}", "", id="an empty default"),
        pytest.param("${SECRET}", "${SECRET}", id="a value that is not known"),
        pytest.param("${SECRET:=x}", "${SECRET:=x}", id="it is not known to be empty either"),
        pytest.param("${APP^} ${APP^^} ${ZONE,} ${ZONE,,}", "Web WEB eu eu", id="upper and lower case"),
        pytest.param("${#APP}", "3", id="its length"),
        pytest.param("${PATH_TO/a/x} ${PATH_TO//a/x}", "x/b/a x/b/x", id="the first or every match replaced"),
        pytest.param("${PATH_TO/#a/x} ${PATH_TO/%a/x}", "x/b/a a/b/x", id="at its start or end"),
        pytest.param("${PATH_TO//\\//-}", "a-b-a", id="an escaped slash"),
        pytest.param("${APP/w/}", "eb", id="replaced by nothing"),
        pytest.param("${PORT:1} ${PORT:1:2} ${PORT:9}", "080 08 ", id="a part"),
        pytest.param("${PATH_TO#*/} ${PATH_TO##*/}", "b/a a", id="without the shortest or longest beginning"),
        pytest.param("${PATH_TO%/*} ${PATH_TO%%/*}", "a/b a", id="without the shortest or longest end"),
        pytest.param("${APP#x} ${APP##*} ${APP#w??}", "web  ", id="without nothing, and without all"),
        pytest.param("${APP/${PORT}/x} ${APP#[a-z]}", "${APP/${PORT}/x} ${APP#[a-z]}", id="what is left alone"),
        pytest.param("${SECRET^^} ${SECRET/a/b}", "${SECRET^^} ${SECRET/a/b}", id="functions of unknown values"),
    ],
)
def test_expand(text: str, expected: str) -> None:
    assert expand(text, Variables(KNOWN, are_all=True)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("${APP:=x}", "web", id="a value"),
        pytest.param("${NONE:=x}", "${NONE:=x}", id="a default that something may override"),
    ],
)
def test_expand_where_others_may_be_set(text: str, expected: str) -> None:
    assert expand(text, Variables(KNOWN, are_all=False)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("${}", id="no name"),
        pytest.param("${APP", id="no end"),
        pytest.param("${APP-x}", id="a default of the shell only"),
        pytest.param("${list[@]}", id="a list of the shell"),
        pytest.param("${NONE:=x", id="a default without end"),
    ],
)
def test_refuses(text: str) -> None:
    with pytest.raises(BadSubstitutionError):
        expand(text, Variables(KNOWN, are_all=True))
