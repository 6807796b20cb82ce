"""Ingresses to Services that are proven to have other names."""

import pytest

from tests.backends import ingress
from tests.repositories import deployment, findings, manifests, service

RULE = "ingress-service-missing"
HELM = "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: chart}\n"
ACTION = ", annotations: {alb.ingress.kubernetes.io/actions.redirect: '{}'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            manifests(ingress(name="order-service"), service("orders-service")),
            "a.yaml:10 Ingress `web` leads to Service `order-service`, which is not in the repository; "
            "Service `orders-service` has a similar name",
            id="one letter",
        ),
        pytest.param(
            manifests(ingress(name="web-svc"), service("web")),
            "a.yaml:10 Ingress `web` leads to Service `web-svc`, which is not in the repository; "
            "Service `web` has a similar name",
            id="word for the kind",
        ),
        pytest.param(
            manifests(ingress(), service("front"), deployment()),
            "a.yaml:10 Ingress `web` leads to Service `web`, which is not in the repository; "
            "that is Deployment `web`, whose Service is `front`",
            id="name of the workload",
        ),
        pytest.param(
            manifests(ingress(more=", namespace: edge"), service(more=", namespace: shop")),
            "a.yaml:10 Ingress `web` leads to Service `web`, which is in namespace `shop` only",
            id="another namespace",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"a.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": manifests(ingress(), service())}, id="there"),
        pytest.param({"i/i.yaml": ingress(), "s/s.yaml": service()}, id="in a sibling folder"),
        pytest.param({"a.yaml": ingress()}, id="created by hand"),
        pytest.param({"a.yaml": manifests(ingress(name="web-svc"), HELM, service())}, id="installed by a chart"),
        pytest.param(
            {
                "a.yaml": manifests(
                    ingress(name="kibana-kb-http"),
                    "apiVersion: kibana.k8s.elastic.co/v1\nkind: Kibana\nmetadata: {name: kibana}\n",
                    service("kibana-http"),
                )
            },
            id="created by an operator",
        ),
        pytest.param(
            {"a.yaml": manifests(ingress("name: use-annotation", "redirect", ACTION), service("redirects"))},
            id="action of the AWS load balancer controller",
        ),
        pytest.param(
            {"a.yaml": manifests(ingress(name="cm-acme-http-solver-x7k2p", port="number: 8089"), service())},
            id="ACME solver",
        ),
        pytest.param({"a.yaml": manifests(ingress(name="web-1"), service("web-2"))}, id="another number"),
        pytest.param({"a.yaml": manifests(ingress(name="api"), service("app"))}, id="short names"),
        pytest.param(
            {"1/i.yaml": ingress(name="web-svc"), "2/s.yaml": service("web"), "2/i.yaml": ingress(name="web")},
            id="names of two lessons",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
