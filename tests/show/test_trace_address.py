"""Which route a request goes to."""

import pytest

from kgen.kubernetes.web_address import PathMatch, WebAddress
from kgen.show.trace.address_fit import fit
from tests.repositories import deployment, manifests, service
from tests.show.tracing import lines

EXACT, ELEMENTS, TEXT, PATTERN = PathMatch.EXACT, PathMatch.ELEMENTS, PathMatch.TEXT, PathMatch.PATTERN


@pytest.mark.parametrize(
    ("address", "host", "path", "expected"),
    [
        pytest.param(WebAddress("a.example"), "a.example", "/x", True, id="the host, any path"),
        pytest.param(WebAddress(""), "a.example", "/x", True, id="any host"),
        pytest.param(WebAddress("*.example"), "a.example", "/", True, id="a wildcard"),
        pytest.param(WebAddress("*.example"), "example", "/", False, id="a wildcard is not for the domain itself"),
        pytest.param(WebAddress("b.example"), "a.example", "/", False, id="another host"),
        pytest.param(WebAddress("a.${DOMAIN}"), "a.example", "/", True, id="a host with a variable"),
        pytest.param(WebAddress("a.${DOMAIN}"), "b.example", "/", False, id="another host than around a variable"),
        pytest.param(WebAddress("a", "/x", EXACT), "a", "/x", True, id="an exact path"),
        pytest.param(WebAddress("a", "/x", EXACT), "a", "/x/", False, id="another than an exact path"),
        pytest.param(WebAddress("a", "/x", ELEMENTS), "a", "/x/y", True, id="below a prefix"),
        pytest.param(WebAddress("a", "/x/", ELEMENTS), "a", "/x", True, id="a prefix with a slash at its end"),
        pytest.param(WebAddress("a", "/x", ELEMENTS), "a", "/xy", False, id="a prefix ends with an element"),
        pytest.param(WebAddress("a", "/x", TEXT), "a", "/xy", True, id="a prefix of text"),
        pytest.param(WebAddress("a", "/x(/|$)(.*)", PATTERN), "a", "/x/y", True, id="a regular expression"),
        pytest.param(WebAddress("a", "/x(/|$)(.*)", PATTERN), "a", "/y", False, id="another beginning"),
        pytest.param(WebAddress("a", "/xy?z", PATTERN), "a", "/xz", True, id="a character that may lack"),
        pytest.param(WebAddress("a", "/x"), "a", None, True, id="no path asked for"),
    ],
)
def test_fits(address: WebAddress, host: str, path: str | None, expected: bool) -> None:
    assert (fit(address, host, path) is not None) is expected


_RULE = "{{host: {host}, http: {{paths: [{{path: {path}, pathType: {type}, backend: {{service: {backend}}}}}]}}}}"


def routes(*rules: tuple[str, str, str, str]) -> dict[str, str]:
    """An Ingress of rules, given by host, path, its type and the Service, each Service with its pods."""
    written = [
        _RULE.format(host=host, path=path, type=kind, backend=f"{{name: {name}, port: {{number: 80}}}}")
        for host, path, kind, name in rules
    ]
    ingress = (
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\n"
        f"spec: {{rules: [{', '.join(written)}]}}\n"
    )
    pods = [text for *_, name in rules for text in (service(name, f"app: {name}"), deployment(name, f"app: {name}"))]
    return {"all.yaml": manifests(ingress, *pods)}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("https://a.example/", "a.example/", id="the path itself"),
        pytest.param("https://a.example/cart/7", "a.example/cart", id="the longest prefix"),
        pytest.param("https://a.example/cart/pay", "a.example/cart/pay", id="an exact path before a prefix"),
        pytest.param("http://b.example/", "*.example/", id="a wildcard where the host is not named"),
        pytest.param("ingress/web/cart/7", "a.example/cart", id="a path of a named Ingress"),
    ],
)
def test_a_request_goes_to_the_closest_rule(target: str, expected: str) -> None:
    files = routes(
        ("'*.example'", "/", "Prefix", "any"),
        ("a.example", "/", "Prefix", "front"),
        ("a.example", "/cart", "Prefix", "cart"),
        ("a.example", "/cart/pay", "Exact", "pay"),
    )
    assert f"ingress {expected} -> service :80 -> pod :80" in lines(target, files)
    assert len(lines(target, files)) == (2 if target.startswith("ingress/") else 1)


def test_a_host_without_a_path_shows_all_its_paths() -> None:
    files = routes(("a.example", "/", "Prefix", "front"), ("a.example", "/cart", "Prefix", "cart"))
    assert lines("a.example", files) == [
        f"ingress a.example{path} -> service :80 -> pod :80" for path in ("/", "/cart")
    ]


def test_a_service_goes_before_a_rule_for_any_host() -> None:
    files = routes(("''", "/", "Prefix", "front"), ("a.example", "/", "Prefix", "cart"))
    assert lines("cart:80", files) == ["url cart:80 -> service :80 -> pod :80"]
    assert lines("https://c.example/", files) == ["ingress */ -> service :80 -> pod :80"]
