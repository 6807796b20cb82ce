"""Who leads to a workload."""

import pytest

from tests.backends import ingress
from tests.repositories import deployment, manifests, service
from tests.show.tracing import lines, told

PORTS = "[{name: http, containerPort: 8080}, {name: metrics, containerPort: 9090}]"
FILES = {
    "web.yaml": manifests(
        service(ports="[{name: http, port: 80, targetPort: http}, {name: metrics, port: 9090}]"),
        service("web-again", ports="[{port: 8080}]"),
        deployment(ports=PORTS),
        deployment("worker", "app: worker", "[{name: health, containerPort: 9000}]"),
        deployment("cron", "app: cron", "[]"),
        ingress(),
    )
}
_BY_INGRESS = "ingress */ -> service :80 -> pod :8080"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param(
            "deploy/web",
            [_BY_INGRESS, "service :9090 -> pod :9090", "service :8080 -> pod :8080"],
            id="every Service, with what stands before it",
        ),
        pytest.param("deployment/web:http", [_BY_INGRESS, "service :8080 -> pod :8080"], id="a port by name"),
        pytest.param("deployments.apps/web:9090", ["service :9090 -> pod :9090"], id="a port by number"),
        pytest.param("deploy/worker", ["pod :9000"], id="a port that no Service leads to"),
        pytest.param("deploy/cron", ["pod"], id="a workload without ports"),
    ],
)
def test_leads_back(target: str, expected: list[str]) -> None:
    assert lines(target, FILES) == expected


def test_says_that_nobody_leads_here() -> None:
    assert told("deploy/worker", FILES) == ["no Service of the repository leads here"]


def test_a_selector_that_was_meant_for_it_shows() -> None:
    files = {"web.yaml": manifests(service(selector="app: wbe"), deployment())}
    assert lines("deploy/web", files) == ["service :80 -x-> pod :80"]
    assert "orphan-selector" in told("deploy/web", files)
