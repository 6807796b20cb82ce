"""Services that the API server is told to call."""

import pytest

from tests.backends import custom, webhook
from tests.repositories import findings, manifests, service

RULE = "webhook-service-port"
CALLED = webhook("name: web, namespace: shop")
API_SERVICE = custom("apiregistration.k8s.io/v1/APIService", "{service: {name: web, namespace: shop, port: 444}}")
CONVERSION = custom(
    "apiextensions.k8s.io/v1/CustomResourceDefinition",
    "{conversion: {strategy: Webhook, webhook: {clientConfig: {service: {name: web, namespace: shop}}}}}",
)
HTTPS = "[{port: 443, targetPort: 8443}]"
IN_SHOP = ", namespace: shop"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"a.yaml": manifests(CALLED, service(more=IN_SHOP))},
            "a.yaml:6 ValidatingWebhookConfiguration `web` leads to port `443` of Service `web`, which has `80`",
            id="default port",
        ),
        pytest.param(
            {"a.yaml": manifests(webhook("name: web, namespace: shop, port: 8443"), service(ports=HTTPS))},
            "a.yaml:6 ValidatingWebhookConfiguration `web` leads to port `8443` of Service `web`, which has `443`; "
            "`8443` is its target port",
            id="target port",
        ),
        pytest.param(
            {"a.yaml": manifests(API_SERVICE, service(ports=HTTPS))},
            "a.yaml:4 APIService `web` leads to port `444` of Service `web`, which has `443`",
            id="APIService",
        ),
        pytest.param(
            {"crd.yaml": CONVERSION, "s.yaml": service()},
            "crd.yaml:4 CustomResourceDefinition `web` leads to port `443` of Service `web`, which has `80`",
            id="conversion, in a file of its own",
        ),
        pytest.param(
            {"a.yaml": manifests(webhook("name: admision, namespace: shop"), service("admission", ports=HTTPS))},
            "a.yaml:6 ValidatingWebhookConfiguration `web` leads to Service `admision`, which is not in the "
            "repository; Service `admission` has a similar name",
            id="Service's name",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": manifests(CALLED, service(ports=HTTPS, more=IN_SHOP))}, id="default port"),
        pytest.param({"a.yaml": CALLED}, id="Service made by the program itself"),
        pytest.param({"a.yaml": manifests(CALLED, service("api", more=", namespace: b"))}, id="other Services"),
        pytest.param(
            {"a/w.yaml": CALLED, "b/c/d/s.yaml": service(more=", namespace: other")}, id="far Service elsewhere"
        ),
        pytest.param(
            {"a.yaml": webhook("url: x").replace("service: {url: x}", "url: 'https://a.b:9443'")}, id="address"
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
