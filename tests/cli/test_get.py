"""`kgen get svc`."""

from pathlib import Path

import pytest

from tests.repositories import manifests, service
from tests.running import run_kgen

HEADINGS = "NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE"
ROW = "ClusterIP   <none>       <none>        80/TCP    <unknown>"


@pytest.fixture
def services(repository: Path) -> Path:
    """A repository with Services in a namespace, in another, and in none that is known."""
    (repository / "b.yaml").write_text(manifests(service("b", more=", namespace: shop"), service("c")))
    (repository / "a.yaml").write_text(service("a", more=", namespace: bank"))
    return repository


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize(
    ("argv", "rows"),
    [
        pytest.param(["svc"], ["c", "a", "b"], id="every Service, by namespace and name"),
        pytest.param(["services", "-n", "shop"], ["b", "c"], id="those that may be in a namespace"),
        pytest.param(["svc", "b", "a"], ["b", "a"], id="those that are named, in that order"),
        pytest.param(["svc/a"], ["a"], id="kind and name"),
    ],
)
def test_lists(argv: list[str], rows: list[str]) -> None:
    result = run_kgen(["get", *argv])
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [HEADINGS, *(f"{name}      {ROW}" for name in rows)]


@pytest.mark.usefixtures("services")
def test_every_namespace_with_selectors() -> None:
    result = run_kgen(["get", "svc", "-A", "-o", "wide"])
    assert result.out.splitlines() == [
        f"NAMESPACE   {HEADINGS}         SELECTOR",
        f"<unknown>   c      {ROW}   app=web",
        f"bank        a      {ROW}   app=web",
        f"shop        b      {ROW}   app=web",
    ]


@pytest.mark.usefixtures("services")
def test_lists_what_is_there_and_names_what_is_not() -> None:
    result = run_kgen(["get", "svc", "a", "payments"])
    assert (result.code, result.out.splitlines()) == (1, [HEADINGS, f"a      {ROW}"])
    assert result.err == 'Error from server (NotFound): services "payments" not found\n'


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["-n", "shop"], "No resources found in shop namespace.\n", id="in a namespace"),
        pytest.param([], "No resources found\n", id="at all"),
    ],
)
def test_says_that_nothing_is_there(argv: list[str], message: str) -> None:
    result = run_kgen(["get", "svc", *argv])
    assert (result.code, result.out, result.err) == (0, "", message)


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["pods"], "kgen: `pods` cannot be shown\n", id="another kind"),
        pytest.param(["svc", "--wide"], "kgen: unknown flag `--wide`\n", id="an unknown flag"),
    ],
)
def test_usage(argv: list[str], message: str) -> None:
    result = run_kgen(["get", *argv])
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(message)
