"""Services as host names and in addresses."""

import pytest

from kgen.kubernetes.service_host import ServiceHost, service_addresses, service_host


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        pytest.param("web", ServiceHost("web", None), id="short"),
        pytest.param("web.shop.svc", ServiceHost("web", "shop"), id="with svc"),
        pytest.param("web.shop.svc.cluster.local", ServiceHost("web", "shop"), id="full"),
        pytest.param("web.shop.svc.cluster.local.", ServiceHost("web", "shop"), id="full with its dot"),
        pytest.param("web.shop", None, id="two words may be a host of the world"),
        pytest.param("web-0.web.shop.svc", None, id="one pod"),
        pytest.param("*.shop.svc.cluster.local", None, id="wildcard"),
        pytest.param("www.example.com", None, id="world"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_host_may_mean_a_service(host: str, expected: ServiceHost | None) -> None:
    assert service_host(host) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("http://web.shop.svc:80/cart", ["web.shop.svc:80"], id="URL"),
        pytest.param("web.shop.svc.cluster.local:80", ["web.shop.svc.cluster.local:80"], id="address"),
        pytest.param("--to=a.b.svc:1,c.d.svc:2", ["a.b.svc:1", "c.d.svc:2"], id="two in one"),
        pytest.param("user:pass@db.data.svc:5432/x", ["db.data.svc:5432"], id="credentials before"),
        pytest.param("a.b.svc:1 a.b.svc:1", ["a.b.svc:1"], id="the same twice"),
        pytest.param("# http://web.shop.svc:80\n// web.shop.svc:81", [], id="comments"),
        pytest.param("db-0.db.data.svc:5432", [], id="one pod of a StatefulSet"),
        pytest.param("http://web.shop.svc", [], id="no port"),
        pytest.param("http://web.shop:80", [], id="short form"),
        pytest.param("http://${NAME}.shop.svc:80", [], id="name filled in"),
        pytest.param("http://$(P)-web.shop.svc:80", [], id="start of the name filled in"),
        pytest.param("http://web.shop.svc:80${N}", [], id="port filled in"),
        pytest.param("http://{{ .Name }}.shop.svc:80", [], id="template"),
        pytest.param("web.shop.svc.example.com:80", [], id="world"),
        pytest.param("web.shop.svc:123456", [], id="more digits than a port has"),
    ],
)
def test_addresses_are_found_in_text(text: str, expected: list[str]) -> None:
    assert [each.text for each in service_addresses(text)] == expected
