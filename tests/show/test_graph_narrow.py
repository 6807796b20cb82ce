"""The part of a picture that a target, a file or a namespace is about."""

from collections.abc import Callable

import pytest

from kgen.errors import KgenError
from kgen.record import replace
from kgen.show.graph.applied import of_cluster, of_unit
from kgen.show.graph.model import Graph
from kgen.show.graph.narrow import with_files
from kgen.show.graph.target import of_target
from tests.repositories import deployment, manifests, service
from tests.show.pictures import edges, picture

_INGRESS = """\
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec:
  rules:
    - host: shop.test
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
          - {path: /cart, pathType: Prefix, backend: {service: {name: cart, port: {number: 80}}}}
"""
_SHOP = {
    "web.yaml": manifests(
        service(
            ports="[{name: http, port: 80}, {name: admin, port: 81, nodePort: 30081}]", more=", namespace: shop"
        ).replace("spec:\n", "spec:\n  type: NodePort\n", 1),
        deployment(ports="[{containerPort: 80}, {containerPort: 81}]", more=", namespace: shop"),
    ),
    "cart.yaml": manifests(
        service("cart", "app: cart", more=", namespace: shop"),
        deployment("cart", "app: cart", more=", namespace: shop"),
    ),
    "ingress.yaml": _INGRESS,
    "other.yaml": manifests(service(more=", namespace: other"), deployment(more=", namespace: other")),
}
_TO_WEB = [
    "client -> Ingress shop/shop shop.test/: verified",
    "Ingress shop/shop shop.test/ -> Service shop/web http :80: verified",
    "Service shop/web http :80 -> Deployment shop/web :80: verified",
]
_BY_ANY_NODE_PORT = ["client -> node any: verified", "node any -> Service shop/web http :80: verified"]
_TO_ADMIN = [
    "client -> node :30081: verified",
    "node :30081 -> Service shop/web admin :81: verified",
    "Service shop/web admin :81 -> Deployment shop/web :81: verified",
]
_TO_CART = [
    "client -> Ingress shop/shop shop.test/cart: verified",
    "Ingress shop/shop shop.test/cart -> Service shop/cart :80: verified",
    "Service shop/cart :80 -> Deployment shop/cart http :80: verified",
]
_TO_OTHER = ["Service other/web :80 -> Deployment other/web http :80: verified"]


@pytest.mark.parametrize(
    ("target", "namespace", "expected"),
    [
        pytest.param("30081", None, _TO_ADMIN, id="a node port"),
        pytest.param("svc/cart", None, _TO_CART, id="a Service"),
        pytest.param("svc/web", "shop", _TO_WEB + _TO_ADMIN + _BY_ANY_NODE_PORT, id="a Service of a namespace"),
        pytest.param("svc/web:admin", None, _TO_ADMIN, id="a port of a Service by name"),
        pytest.param("svc/web:81", None, _TO_ADMIN, id="a port of a Service by number"),
        pytest.param("svc/web", "other", _TO_OTHER, id="a Service of another namespace"),
        pytest.param("ing/shop/cart", None, _TO_CART, id="a path of an Ingress"),
        pytest.param("deploy/web:81", None, _TO_ADMIN, id="a container port, backwards"),
        pytest.param("https://shop.test/cart/1", None, _TO_WEB + _TO_CART, id="a URL, by every rule that is for it"),
        pytest.param("shop.test/carts", None, _TO_WEB, id="a path that only begins like another"),
        pytest.param("http://cart.shop.svc:80", None, _TO_CART, id="a Service's own address"),
    ],
)
def test_target(target: str, namespace: str | None, expected: list[str]) -> None:
    assert sorted(edges(of_target(picture(_SHOP), target, namespace))) == sorted(expected)


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        pytest.param("svc/crat", "`svc/crat` is not in the picture", "did you mean `svc/cart`?", id="a near name"),
        pytest.param("30082", "`30082` is not in the picture", "`kgen trace` says what there is", id="a free port"),
        pytest.param("svc/", "`svc/` is a kind, and no object of it is named", "write `svc/NAME`", id="no name"),
    ],
)
def test_a_target_that_is_not_there(target: str, message: str, hint: str) -> None:
    with pytest.raises(KgenError) as raised:
        of_target(picture(_SHOP), target, None)
    assert (str(raised.value), raised.value.hint[: len(hint)]) == (message, hint)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        pytest.param("cart.yaml", _TO_CART, id="what is written in a file, and who leads there"),
        pytest.param("ingress.yaml", _TO_WEB + _TO_CART, id="an Ingress, and where it leads"),
        pytest.param("none.yaml", [], id="a file without ports"),
    ],
)
def test_files(file: str, expected: list[str]) -> None:
    assert sorted(edges(with_files(picture(_SHOP), lambda path: path == file))) == sorted(expected)


_OVERLAYS = {
    "base/kustomization.yaml": "resources: [all.yaml]",
    "base/all.yaml": manifests(service(), deployment()),
    "apps/dev/kustomization.yaml": "resources: [../../base]\nnamePrefix: dev-",
    "apps/prod/kustomization.yaml": "resources: [../../base]\nnamePrefix: prod-",
}


@pytest.mark.parametrize(
    "name", [pytest.param("apps/dev", id="its name"), pytest.param("dev/", id="the last part of its name")]
)
def test_unit(name: str) -> None:
    assert edges(of_unit(picture(_OVERLAYS), name)) == ["Service dev-web :80 -> Deployment dev-web http :80: verified"]


def test_cluster() -> None:
    frames = tuple(replace(frame, cluster=frame.name) for frame in picture(_OVERLAYS).frames)
    assert edges(of_cluster(Graph(frames), "apps/prod")) == [
        "Service prod-web :80 -> Deployment prod-web http :80: verified"
    ]


@pytest.mark.parametrize(
    ("chosen", "name", "message", "hint"),
    [
        pytest.param(
            of_unit, "apps/drv", "`apps/drv` is no unit with something to draw", "did you mean `apps/dev`?", id="a unit"
        ),
        pytest.param(
            of_unit, "x", "`x` is no unit with something to draw", "there are apps/dev, apps/prod", id="unlike any"
        ),
        pytest.param(of_cluster, "x", "`x` is no cluster that the repository names", "there is none", id="a cluster"),
    ],
)
def test_what_is_not_applied(chosen: Callable[[Graph, str], Graph], name: str, message: str, hint: str) -> None:
    with pytest.raises(KgenError) as raised:
        chosen(picture(_OVERLAYS), name)
    assert (raised.value.message, raised.value.hint) == (message, hint)
