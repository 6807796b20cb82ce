"""What people write to be traced, and what they are told where it is nothing."""

import pytest

from kgen.errors import KgenError
from kgen.kubernetes.kind_names import names_kind
from kgen.show.trace.target import AddressTarget, NodePortTarget, ObjectTarget, Target, parse_target

_KINDS = ("Service", "Deployment", "Ingress")


def parsed(text: str) -> Target:
    """The target, where three kinds are known."""
    return parse_target(text, lambda word: any(names_kind(word.partition(".")[0], kind) for kind in _KINDS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("30003", NodePortTarget(30003), id="a number"),
        pytest.param("svc/web", ObjectTarget("svc", "web"), id="kind and name"),
        pytest.param("svc/web:http", ObjectTarget("svc", "web", "http"), id="with a port"),
        pytest.param(
            "deployments.apps/web:80", ObjectTarget("deployments.apps", "web", "80"), id="kind with its group"
        ),
        pytest.param("ingress/web/cart/x", ObjectTarget("ingress", "web", "", "/cart/x"), id="with a path"),
        pytest.param("web", AddressTarget("web", None, None), id="a host"),
        pytest.param("svc.shop:80", AddressTarget("svc.shop", 80, None), id="a host that begins like a kind"),
        pytest.param(
            "Web.Example:8080/x", AddressTarget("web.example", 8080, "/x"), id="a host with a port and a path"
        ),
        pytest.param("https://a.example/x?y#z", AddressTarget("a.example", 443, "/x"), id="a URL"),
        pytest.param("wss://a.example:1/", AddressTarget("a.example", 1, "/"), id="a URL with a port"),
        pytest.param("amqp://queue.shop", AddressTarget("queue.shop", None, None), id="a scheme without a port"),
        pytest.param("a.example./", AddressTarget("a.example", None, "/"), id="a host with a dot at its end"),
    ],
)
def test_reads(text: str, expected: Target) -> None:
    assert parsed(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("0", "`0` is no port", id="zero"),
        pytest.param("65536", "`65536` is no port", id="too high"),
        pytest.param("svc", "`svc` is a kind, and no object of it is named", id="a kind alone"),
        pytest.param("services/", "`services/` is a kind, and no object of it is named", id="a kind and no name"),
        pytest.param(
            "pvc/data", "`pvc` is no kind that the repository has, and no host", id="a kind that is not traced"
        ),
        pytest.param("web:99999", "`web:99999` has no port that can be: 99999", id="a host with too high a port"),
        pytest.param("", "`` is nothing that can be traced", id="nothing"),
        pytest.param("http://user@web/", "`http://user@web/` is nothing that can be traced", id="a URL with a user"),
    ],
)
def test_refuses(text: str, message: str) -> None:
    with pytest.raises(KgenError) as refusal:
        parsed(text)
    assert refusal.value.message == message
    assert refusal.value.hint
