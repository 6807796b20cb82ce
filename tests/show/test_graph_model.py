"""What the picture of a repository shows."""

import pytest

from kgen.show.graph.model import Fault
from kgen.show.port_ledger import Place
from kgen.show.state import State
from tests.repositories import deployment, manifests, service
from tests.show.pictures import edges, picture

_INGRESS = """\
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop}
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
"""
_ROUTE = """\
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop}
spec:
  parentRefs: [{name: edge}]
  rules:
    - backendRefs: [{name: web, port: 80}]
"""
_GATEWAY = """\
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: edge}
spec: {gatewayClassName: any, listeners: [{name: http, port: 80, protocol: HTTP}]}
"""
_AGENT = """\
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      containers: [{name: agent, image: example.com/agent:1, ports: [{containerPort: 9100, hostPort: 9101}]}]
"""
_ALIAS = """\
apiVersion: v1
kind: Service
metadata: {name: db}
spec: {type: ExternalName, externalName: db.test}
"""


def _typed(kind: str, ports: str) -> str:
    return service(ports=ports).replace("spec:\n", f"spec:\n  type: {kind}\n")


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param(
            (service(ports="[{port: 80, targetPort: http}]"), deployment()),
            ["Service web :80 -> Deployment web http :80: verified"],
            id="a target port by name",
        ),
        pytest.param(
            (service(), deployment()),
            ["Service web :80 -> Deployment web http :80: verified"],
            id="a target port left out is the port's own number",
        ),
        pytest.param(
            (service(ports="[{port: 80, targetPort: htp}]"), deployment()),
            ["Service web :80 -> Deployment web htp (undeclared): broken [target-port-name-missing]"],
            id="a target port that no pod has",
        ),
        pytest.param(
            (service(ports="[{port: 53, protocol: UDP}]"), deployment(ports="[{containerPort: 53, protocol: UDP}]")),
            ["Service web :53/UDP -> Deployment web :53/UDP: verified"],
            id="a protocol other than TCP",
        ),
        pytest.param(
            (service(selector="app: wbe"), deployment()),
            ["Service web :80 -> pods with these labels app=wbe :80 (not in the repository): broken [orphan-selector]"],
            id="a selector that a slip keeps from its pods",
        ),
        pytest.param(
            (service(selector="app: elsewhere"),),
            ["Service web :80 -> pods with these labels app=elsewhere :80 (not in the repository): unverifiable"],
            id="a selector whose pods may be elsewhere",
        ),
        pytest.param(
            (_typed("NodePort", "[{port: 8181, targetPort: 80, nodePort: 30003}]"), deployment()),
            [
                "client -> node :30003: verified",
                "node :30003 -> Service web :8181: verified",
                "Service web :8181 -> Deployment web http :80: verified",
            ],
            id="the three ports",
        ),
        pytest.param(
            (_typed("NodePort", "[{port: 80, nodePort: 9090}]"), deployment()),
            [
                "client -> node :9090: broken [nodeport-out-of-range]",
                "node :9090 -> Service web :80: verified",
                "Service web :80 -> Deployment web http :80: verified",
            ],
            id="a node port that the API server refuses",
        ),
        pytest.param(
            (_typed("NodePort", "[{port: 80}]"), deployment()),
            [
                "client -> node any: verified",
                "node any -> Service web :80: verified",
                "Service web :80 -> Deployment web http :80: verified",
            ],
            id="a node port that the cluster chooses",
        ),
        pytest.param(
            (_typed("LoadBalancer", "[{port: 80}]"), deployment()),
            [
                "client -> load balancer :80: verified",
                "load balancer :80 -> Service web :80: verified",
                "Service web :80 -> Deployment web http :80: verified",
            ],
            id="a load balancer",
        ),
        pytest.param(
            (_AGENT,),
            ["client -> hostPort :9101: verified", "hostPort :9101 -> DaemonSet agent :9100: verified"],
            id="a port that a pod takes on its node",
        ),
        pytest.param(
            (_INGRESS, service(ports="[{name: http, port: 80}]"), deployment()),
            [
                "client -> Ingress shop shop.example.com/: verified",
                "Ingress shop shop.example.com/ -> Service web http :80: verified",
                "Service web http :80 -> Deployment web http :80: verified",
            ],
            id="an Ingress",
        ),
        pytest.param(
            (_INGRESS.replace("name: http", "name: https"), service(ports="[{name: http, port: 80}]"), deployment()),
            [
                "client -> Ingress shop shop.example.com/: verified",
                "Ingress shop shop.example.com/ -> Service web https (no such port): broken [ingress-port-missing]",
                "Service web http :80 -> Deployment web http :80: verified",
            ],
            id="an Ingress to a port that the Service lacks",
        ),
        pytest.param(
            (_ROUTE, _GATEWAY, service(), deployment()),
            [
                "client -> Gateway edge :80: verified",
                "Gateway edge :80 -> HTTPRoute shop web:80: verified",
                "HTTPRoute shop web:80 -> Service web :80: verified",
                "Service web :80 -> Deployment web http :80: verified",
            ],
            id="a route through its Gateway",
        ),
        pytest.param(
            (_ALIAS,),
            ["Service db any port -> DNS name db.test any port: unverifiable"],
            id="an alias for a name outside",
        ),
        pytest.param(
            (
                service(ports="[{port: 80, targetPort: http}]"),
                deployment("one", ports="[{name: http, containerPort: 80}]"),
                deployment("two", ports="[{name: web, containerPort: 80}]"),
            ),
            [
                "Service web :80 -> Deployment one http :80: verified",
                "Service web :80 -> Deployment two http (undeclared): broken [target-port-partial]",
            ],
            id="a port that only some of the pods have",
        ),
        pytest.param(
            (service(ports="[]").replace("ports: []", "clusterIP: None"), deployment()),
            ["Service web any port -> Deployment web any port: verified"],
            id="a headless Service without ports",
        ),
        pytest.param(
            (service(ports="[{port: 80}]").replace("  selector:\n    {app: web}\n", "  type: ClusterIP\n"),),
            ["Service web :80 -> endpoints set by hand :80 (not in the repository): unverifiable"],
            id="a Service without selector",
        ),
        pytest.param((deployment(),), [], id="a workload that no Service selects"),
    ],
)
def test_edges(documents: tuple[str, ...], expected: list[str]) -> None:
    assert edges(picture({"all.yaml": manifests(*documents)})) == expected


def test_who_calls_a_service_by_its_address_is_a_node_beside_it() -> None:
    env = "[{name: CART, value: 'http://cart.shop.svc:8080/'}]"
    caller = deployment(more=", namespace: shop").replace("ports:", f"env: {env}, ports:")
    called = service("cart", selector="app: cart", more=", namespace: shop")
    pods = deployment("cart", labels="app: cart", more=", namespace: shop")
    drawn = edges(picture({"all.yaml": manifests(caller, called, pods)}))
    assert "Deployment shop/web cart.shop.svc:8080 -> Service shop/cart :8080 (no such port): broken" in drawn[0]


def test_a_broken_edge_says_where_and_what() -> None:
    drawn = picture({"shop/all.yaml": manifests(service(ports="[{port: 80, targetPort: htp}]"), deployment())})
    assert [(edge.state, edge.place, edge.fault) for edge in drawn.edges] == [
        (
            State.BROKEN,
            Place("shop/all.yaml", 7, 34),
            Fault("target-port-name-missing", "target port `htp` of Service `web` is no port of Deployment `web`"),
        )
    ]
    assert [node.place for node in drawn.nodes] == [Place("shop/all.yaml", 3, 18), Place("shop/all.yaml", 11, 18)]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"a/all.yaml": manifests(service(), deployment())}, ["folder a"], id="a folder"),
        pytest.param({"all.yaml": manifests(service(), deployment())}, ["folder ."], id="the root"),
        pytest.param(
            {"a/svc/s.yaml": service(), "a/deploy/d.yaml": deployment()},
            ["folder a"],
            id="the folder around what is connected",
        ),
        pytest.param(
            {"b/all.yaml": manifests(service(), deployment()), "a/all.yaml": manifests(service(), deployment())},
            ["folder a", "folder b"],
            id="folders by name",
        ),
        pytest.param(
            {
                "base/kustomization.yaml": "resources: [all.yaml]",
                "base/all.yaml": manifests(service(), deployment()),
                "dev/kustomization.yaml": "resources: [../base]\nnamePrefix: dev-",
                "prod/kustomization.yaml": "resources: [../base]\nnamePrefix: prod-",
                "single/all.yaml": manifests(service(), deployment()),
            },
            ["kustomization dev", "kustomization prod", "folder single"],
            id="what kustomizations render, in place of what is written",
        ),
    ],
)
def test_frames(files: dict[str, str], expected: list[str]) -> None:
    assert [f"{frame.kind} {frame.name}" for frame in picture(files).frames] == expected


def test_rendered_names_are_shown_with_the_place_that_decides_them() -> None:
    drawn = picture(
        {
            "base/kustomization.yaml": "resources: [all.yaml]",
            "base/all.yaml": manifests(service(), deployment()),
            "dev/kustomization.yaml": "resources: [../base]\nnamePrefix: dev-",
        }
    )
    found = [(node.name, node.place.path if node.place else "") for node in drawn.nodes]
    assert found == [("dev-web", "base/all.yaml"), ("dev-web", "base/all.yaml")]


def test_names_and_order_do_not_depend_on_the_order_of_files() -> None:
    files = {f"{name}/all.yaml": manifests(service(name), deployment(name)) for name in ("b", "a", "c")}
    assert picture(files) == picture(dict(sorted(files.items())))
