"""Services of the units of one cluster that ask for the same number."""

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.check import check
from tests.gitops.applying import SERVICE, application, flux
from tests.repositories import repository

DB = SERVICE.replace("web", "db")
WEB = {"apps/web/service.yaml": SERVICE}
BOTH = {**WEB, "apps/db/service.yaml": DB}
REPOSITORY = "repoURL: https://example.com/team/repo"


def conflicts(files: dict[str, str], rule: str = "nodeport-conflict") -> list[tuple[str, str, tuple[str, ...]]]:
    """Where the rule reports what, and in which units."""
    chosen = [each for each in rules() if each.name == rule]
    found = check(chosen, repository(files), Config()).findings
    return [(f"{each.place.path}:{each.place.span.line}", each.message, each.units) for each in found]


def cluster(name: str, **folders: str) -> dict[str, str]:
    """A cluster to which Flux applies folders, each by a Kustomization of its own."""
    return {f"clusters/{name}/{each}.yaml": flux(each, f"./{folder}") for each, folder in folders.items()}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {**BOTH, **cluster("prod", db="apps/db", web="apps/web")},
            [("nodePort `30080` of Service `web` is taken by Service `db`", ("web",))],
            id="two units of a cluster",
        ),
        pytest.param(
            {**BOTH, **cluster("prod", db="apps/db", web="apps/web"), **cluster("test", web="apps/web")},
            [("nodePort `30080` of Service `web` is taken by Service `db`", ("prod/web",))],
            id="in one of two clusters",
        ),
        pytest.param(
            {
                **WEB,
                "clusters/prod/one.yaml": flux("one", "./apps/web", "targetNamespace: one"),
                "clusters/prod/two.yaml": flux("two", "./apps/web", "targetNamespace: two"),
            },
            [("nodePort `30080` of Service `web` is taken by Service `web`", ("two",))],
            id="one Service in two namespaces",
        ),
        pytest.param(
            {
                "apps/web/service.yaml": SERVICE.replace("30080", "${PORT}"),
                "apps/db/service.yaml": DB,
                "clusters/prod/db.yaml": flux("db", "./apps/db"),
                "clusters/prod/web.yaml": flux("web", "./apps/web", "postBuild: {substitute: {PORT: '30080'}}"),
            },
            [("nodePort `30080` of Service `web` is taken by Service `db`", ("web",))],
            id="a number that is filled in",
        ),
        pytest.param(
            {
                **BOTH,
                "argo/root.yaml": application("root", f"{REPOSITORY}\npath: argo"),
                "argo/db.yaml": application("db", f"{REPOSITORY}\npath: apps/db"),
                "argo/web.yaml": application("web", f"{REPOSITORY}\npath: apps/web"),
            },
            [("nodePort `30080` of Service `web` is taken by Service `db`", ("web",))],
            id="two applications of one",
        ),
    ],
)
def test_conflict(files: dict[str, str], expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert conflicts(files) == [("apps/web/service.yaml:9", *each) for each in expected]


def test_pods_on_every_node() -> None:
    agent = (
        "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent, namespace: NAMESPACE}\nspec:\n"
        "  selector: {matchLabels: {app: agent}}\n  template:\n    metadata: {labels: {app: agent}}\n    spec:\n"
        "      containers: [{name: agent, image: agent, ports: [{containerPort: 80, hostPort: 8080}]}]\n"
    )
    files = {
        "apps/one/agent.yaml": agent.replace("NAMESPACE", "one"),
        "apps/two/agent.yaml": agent.replace("NAMESPACE", "two"),
    }
    found = conflicts(files | cluster("prod", one="apps/one", two="apps/two"), "host-port-conflict")
    assert [(place, units) for place, _, units in found] == [("apps/two/agent.yaml:9", ("two",))]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({**BOTH, **cluster("prod", web="apps/web"), **cluster("test", db="apps/db")}, id="two clusters"),
        pytest.param({**WEB, **cluster("prod", one="apps/web", two="apps/web")}, id="one object applied twice"),
        pytest.param(
            {
                **WEB,
                "overlays/dev/kustomization.yaml": "resources: [../../apps/web/service.yaml]\nnamespace: dev",
                "overlays/prod/kustomization.yaml": "resources: [../../apps/web/service.yaml]\nnamespace: prod",
            },
            id="overlays of no known cluster",
        ),
        pytest.param(
            {
                **BOTH,
                "argo/db.yaml": application("db", f"{REPOSITORY}\npath: apps/db"),
                "argo/web.yaml": application("web", f"{REPOSITORY}\npath: apps/web"),
            },
            id="applications for no known cluster",
        ),
        pytest.param(
            {
                **BOTH,
                "argo/root.yaml": application("root", f"{REPOSITORY}\npath: argo"),
                "argo/db.yaml": application("db", f"{REPOSITORY}\npath: apps/db", "name: test"),
                "argo/web.yaml": application("web", f"{REPOSITORY}\npath: apps/web", "name: prod"),
            },
            id="applications for two clusters",
        ),
        pytest.param(
            {
                "apps/web/service.yaml": SERVICE,
                "apps/db/service.yaml": DB.replace("30080", "${PORT}"),
                "clusters/prod/db.yaml": flux("db", "./apps/db", "postBuild: {substitute: {A: b}}"),
                **cluster("prod", web="apps/web"),
            },
            id="a number that is not known",
        ),
        pytest.param(
            {
                "apps/web/service.yaml": SERVICE.replace("{name: web}", "{name: '${NAME}'}"),
                "apps/db/service.yaml": DB,
                **cluster("prod", web="apps/web", db="apps/db"),
            },
            id="a name that is not known",
        ),
    ],
)
def test_no_conflict(files: dict[str, str]) -> None:
    assert conflicts(files) == []
