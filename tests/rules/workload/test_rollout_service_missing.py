"""Services that Rollouts steer."""

import pytest

from tests.backends import custom
from tests.repositories import findings, manifests, service

RULE = "rollout-service-missing"
HELM = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: chart}\n"


def rollout(strategy: str) -> str:
    """A Rollout whose strategy stands in line 4."""
    return custom("argoproj.io/v1alpha1/Rollout", f"{{strategy: {{{strategy}}}}}")


@pytest.mark.parametrize(
    ("strategy", "wrong", "right"),
    [
        pytest.param("blueGreen: {activeService: web-actve}", "web-actve", "web-active", id="active"),
        pytest.param("blueGreen: {previewService: web-preveiw}", "web-preveiw", "web-preview", id="preview"),
        pytest.param("canary: {canaryService: web-cannary}", "web-cannary", "web-canary", id="canary"),
        pytest.param("canary: {stableService: web-svc}", "web-svc", "web", id="word for the kind"),
        pytest.param("canary: {pingPong: {pingService: web-pimg1}}", "web-pimg1", "web-ping1", id="ping"),
    ],
)
def test_reported(strategy: str, wrong: str, right: str) -> None:
    (message,) = findings(RULE, {"a.yaml": manifests(rollout(strategy), service(right))})
    assert message == (
        f"a.yaml:4 Rollout `web` leads to Service `{wrong}`, which is not in the repository; "
        f"Service `{right}` has a similar name"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(manifests(rollout("blueGreen: {activeService: web}"), service()), id="there"),
        pytest.param(rollout("blueGreen: {activeService: web}"), id="nothing else known"),
        pytest.param(manifests(rollout("canary: {steps: []}"), service()), id="none named"),
        pytest.param(
            manifests(rollout("blueGreen: {activeService: web-actve}"), service("web-active"), HELM), id="chart"
        ),
        pytest.param(
            manifests(custom("flagger.app/v1beta1/Canary", "{service: {name: web-svc, port: 80}}"), service("web")),
            id="Canary of Flagger, which creates its Services",
        ),
    ],
)
def test_silent(text: str) -> None:
    assert findings(RULE, {"a.yaml": text}) == []
