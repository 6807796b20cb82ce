"""Where a port leads: from the node, from Ingresses and routes, from addresses, and through Services."""

import pytest

from kgen.show.port_ledger import Place
from tests.backends import custom, route, webhook
from tests.repositories import deployment, manifests, service
from tests.show.tracing import hops, lines, passages, told

NODE_PORT = "[{name: web, port: 80, targetPort: http, nodePort: 30080}]"
SHOP = ", namespace: shop"
_BACKEND = "{service: {name: web, port: {number: 80}}}"
_DESTINATION = "{destination: {host: web, port: {number: 80}}}"
_RULE = "[{matches: [{path: {value: /cart}}], backendRefs: [{name: web, port: 80}]}]"
_UPSTREAMS = "[{name: up, service: web, port: 80}]"
GATEWAY = custom(
    "gateway.networking.k8s.io/v1/Gateway", "{listeners: [{name: http, port: 80}, {name: https, port: 443}]}"
).replace("{name: web}", "{name: public}")


def shop(*more: str, ports: str = NODE_PORT) -> dict[str, str]:
    """A Service, open on the nodes if its port is, with its Deployment and more documents."""
    opened = (
        service(ports=ports).replace("spec:", "spec:\n  type: NodePort")
        if "nodePort" in ports
        else service(ports=ports)
    )
    return {"web.yaml": manifests(opened, deployment(), *more)}


def asking(kind: str, spec: str) -> dict[str, str]:
    """The same without a node port, with an object in a file of its own."""
    return {**shop(ports="[{port: 80}]"), "route.yaml": custom(kind, spec)}


def test_every_hop_has_its_place_and_its_reason() -> None:
    files = shop()
    assert hops("30080", files) == [
        "node :30080 Service/web web.yaml:8 verified",
        "service :80 Service/web web.yaml:8 verified",
        "pod :80 Deployment/web web.yaml:19 verified",
    ]
    assert told("30080", files) == [
        "nodePort of port 80 on every node",
        "selector `app=web`",
        "targetPort `http`, the name of a container port",
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("30080", ["node :30080 -> service :80 -> pod :80"], id="a node port"),
        pytest.param("svc/web", ["node :30080 -> service :80 -> pod :80"], id="a Service"),
        pytest.param("services/web:web", ["node :30080 -> service :80 -> pod :80"], id="a port by its name"),
        pytest.param("Service/web:80", ["node :30080 -> service :80 -> pod :80"], id="a port by its number"),
        pytest.param("web:80", ["url web:80 -> service :80 -> pod :80"], id="a Service as a host"),
        pytest.param("web.shop", ["url web.shop:80 -> service :80 -> pod :80"], id="with a namespace, without a port"),
        pytest.param(
            "http://web.shop.svc.cluster.local/x?y=z",
            ["url web.shop.svc.cluster.local:80 -> service :80 -> pod :80"],
            id="a URL in the cluster",
        ),
    ],
)
def test_leads_through_a_service(target: str, expected: list[str]) -> None:
    assert lines(target, shop()) == expected


@pytest.mark.parametrize(
    ("ports", "expected"),
    [
        pytest.param("[{port: 80}]", "no targetPort: the same as port, 80", id="left out"),
        pytest.param("[{port: 8181, targetPort: 80}]", "targetPort 80", id="a number"),
        pytest.param("[{port: 80, targetPort: http}]", "targetPort `http`, the name of a container port", id="a name"),
    ],
)
def test_says_how_the_target_port_is_found(ports: str, expected: str) -> None:
    assert told("svc/web", shop(ports=ports)) == ["selector `app=web`", expected]


@pytest.mark.parametrize(
    ("kind", "spec", "expected"),
    [
        pytest.param(
            "networking.k8s.io/v1/Ingress",
            f"{{rules: [{{host: a.example, http: {{paths: [{{path: /x, backend: {_BACKEND}}}]}}}}]}}",
            "ingress a.example/x",
            id="Ingress",
        ),
        pytest.param(
            "networking.k8s.io/v1/Ingress",
            f"{{defaultBackend: {_BACKEND}}}",
            "ingress *",
            id="the default backend of an Ingress",
        ),
        pytest.param(
            "gateway.networking.k8s.io/v1/HTTPRoute",
            f"{{hostnames: [a.example], rules: {_RULE}}}",
            "route a.example/cart",
            id="HTTPRoute",
        ),
        pytest.param(
            "gateway.networking.k8s.io/v1/HTTPRoute",
            f"{{hostnames: [a.example, b.example, c.example], rules: {_RULE}}}",
            "route a.example/cart, b.example/cart and 1 more",
            id="HTTPRoute of many hosts",
        ),
        pytest.param(
            "gateway.networking.k8s.io/v1alpha2/TCPRoute",
            "{rules: [{backendRefs: [{name: web, port: 80}]}]}",
            "route",
            id="TCPRoute",
        ),
        pytest.param(
            "networking.istio.io/v1/VirtualService",
            f"{{hosts: [a.example], http: [{{match: [{{uri: {{prefix: /x}}}}], route: [{_DESTINATION}]}}]}}",
            "route a.example/x",
            id="VirtualService",
        ),
        pytest.param(
            "traefik.io/v1alpha1/IngressRoute",
            "{routes: [{match: 'Host(`a.example`) && PathPrefix(`/x`)', services: [{name: web, port: 80}]}]}",
            "route a.example/x",
            id="IngressRoute",
        ),
        pytest.param(
            "k8s.nginx.org/v1/VirtualServer",
            f"{{host: a.example, upstreams: {_UPSTREAMS}, routes: [{{path: /x, action: {{pass: up}}}}]}}",
            "route a.example/x",
            id="VirtualServer",
        ),
        pytest.param(
            "route.openshift.io/v1/Route",
            "{host: a.example, path: /x, to: {kind: Service, name: web}}",
            "route a.example/x",
            id="OpenShift Route",
        ),
    ],
)
def test_leads_from_an_object(kind: str, spec: str, expected: str) -> None:
    name = kind.rpartition("/")[2].lower()
    line = f"{expected} -> service :80 -> pod :80"
    assert lines(f"{name}/web", asking(kind, spec)) == [line]
    assert lines("svc/web", asking(kind, spec)) == [line]


def test_leads_from_a_webhook() -> None:
    files = shop(webhook("name: web, namespace: shop, path: /check"), ports="[{port: 443, targetPort: 80}]")
    files["web.yaml"] = files["web.yaml"].replace("{name: web}", "{name: web, namespace: shop}")
    assert lines("svc/web", files) == ["webhook -> service :443 -> pod :80"]
    assert "port 443, the default of Service `web`" in told("svc/web", files)


def test_a_route_hangs_on_its_gateway() -> None:
    parents = "[{name: public, sectionName: https}]"
    files = {
        **shop(ports="[{port: 80}]"),
        "route.yaml": manifests(GATEWAY, route("{name: web, port: 80}", parents=parents)),
    }
    line = "gateway :443 -> route * -> service :80 -> pod :80"
    assert lines("httproute/web", files) == [line]
    assert lines("gateway/public", files) == [line]
    assert hops("svc/web", files)[0] == "gateway :443 Gateway/public route.yaml:4 verified"


def test_listeners_that_do_not_take_the_route_are_left_out() -> None:
    listeners = "[{name: udp, protocol: UDP, port: 53}, {name: http, protocol: HTTP, port: 80}]"
    spec = f"{{listeners: {listeners}}}"
    gateway = custom("gateway.networking.k8s.io/v1/Gateway", spec).replace("{name: web}", "{name: public}")
    files = {**shop(ports="[{port: 80}]"), "route.yaml": manifests(gateway, route("{name: web, port: 80}"))}
    assert lines("httproute/web", files) == ["gateway :80 -> route * -> service :80 -> pod :80"]
    assert told("httproute/web", files)[:2] == ["parentRef to all listeners", "listener `udp` takes no HTTPRoute"]


def test_a_gateway_that_does_not_take_the_route_is_not_sure_to_lead_there() -> None:
    spec = "{listeners: [{name: udp, protocol: UDP, port: 53}]}"
    gateway = custom("gateway.networking.k8s.io/v1/Gateway", spec).replace("{name: web}", "{name: public}")
    files = {**shop(ports="[{port: 80}]"), "route.yaml": manifests(gateway, route("{name: web, port: 80}"))}
    assert lines("httproute/web", files) == ["gateway :53 -?-> route * -> service :80 -> pod :80"]
    assert "listener `udp` takes no HTTPRoute" in told("httproute/web", files)


def test_a_load_balancer_and_a_node_port_to_come() -> None:
    files = {"web.yaml": manifests(service().replace("spec:", "spec:\n  type: LoadBalancer"), deployment())}
    assert lines("svc/web", files) == ["load balancer :80 -> service :80 -> pod :80"]
    files = {"web.yaml": manifests(service().replace("spec:", "spec:\n  type: NodePort"), deployment())}
    assert lines("svc/web", files) == ["node :? -> service :80 -> pod :80"]
    assert told("svc/web", files)[0] == "no nodePort is given: the API server picks one when the Service is created"


def test_a_port_of_the_host_leads_past_services() -> None:
    files = {"agent.yaml": deployment("agent", ports="[{containerPort: 9100, hostPort: 9101}]")}
    assert lines("9101", files) == ["node :9101 -> pod :9100"]
    assert lines("deploy/agent", files) == ["node :9101 -> pod :9100"]


def test_a_health_check_is_answered_by_the_node() -> None:
    spec = "{type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 30900, ports: [{port: 80}]}"
    files = {"svc.yaml": custom("v1/Service", spec)}
    assert lines("30900", files) == ["node :30900"]
    assert told("30900", files) == [
        "healthCheckNodePort: the node itself answers the load balancer, nothing is forwarded"
    ]


def test_an_address_in_the_settings_of_a_program_leads_there() -> None:
    setting = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: front}\ndata: {url: 'http://web.shop.svc:80/x'}\n"
    files = {**shop(ports="[{port: 80}]"), "front.yaml": setting}
    files["web.yaml"] = files["web.yaml"].replace("{name: web}", "{name: web, namespace: shop}")
    assert lines("svc/web", files) == ["url web.shop.svc:80 -> service :80 -> pod :80"]
    assert lines("configmap/front", files) == ["url web.shop.svc:80 -> service :80 -> pod :80"]


def test_several_pods_end_a_path_together() -> None:
    labels = "app: web, track: "
    blue, green = (
        deployment(f"web-{track}", labels + track, f"[{{containerPort: {port}, name: http}}]")
        for track, port in (("blue", 8080), ("green", 8081))
    )
    files = {"web.yaml": manifests(service(ports="[{port: 80, targetPort: http}]"), blue, green)}
    assert lines("svc/web", files) == ["service :80 -> pod :8080, :8081"]
    assert lines("deploy/web-green", files) == ["service :80 -> pod :8081"]


def test_of_two_manifests_of_one_object_the_nearer_counts() -> None:
    apart = {"deploy/svc.yaml": service(more=SHOP), "deploy/web.yaml": deployment(more=SHOP)}
    whole = {"all/all.yaml": manifests(service(more=SHOP), deployment(more=SHOP))}
    found = {place for hop in hops("svc/web", apart | whole) for place in hop.split() if ":" in place and "/" in place}
    assert {place.partition("/")[0] for place in found} == {"deploy"}


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param(
            "{type: ExternalName, externalName: db.example.com}",
            "service -> external name db.example.com",
            id="an ExternalName",
        ),
        pytest.param(
            "{type: ExternalName, externalName: db.example.com, ports: [{port: 5432}]}",
            "service :5432 -> external name db.example.com",
            id="an ExternalName with a port",
        ),
        pytest.param("{ports: [{port: 80}]}", "service :80 -?-> pod :80", id="a Service without a selector"),
        pytest.param(
            "{clusterIP: None, selector: {app: web}}", "service -> pod", id="a headless Service without ports"
        ),
    ],
)
def test_leads_elsewhere_than_to_ports_of_pods(spec: str, expected: str) -> None:
    files = {"svc.yaml": custom("v1/Service", spec), "web.yaml": deployment()}
    assert lines("svc/web", files) == [expected]


def test_endpoints_that_are_written_down() -> None:
    files = {"svc.yaml": manifests(custom("v1/Service", "{ports: [{port: 80}]}"), custom("v1/Endpoints", "{}"))}
    assert lines("svc/web", files) == ["service :80 -> endpoints :80"]


def test_a_namespace_chooses() -> None:
    files = {
        f"{name}.yaml": manifests(service(more=f", namespace: {name}"), deployment(more=f", namespace: {name}"))
        for name in ("bank", "shop")
    }
    assert len(passages("svc/web", files)) == 2
    assert [str(each.ends[0].place) for each in passages("svc/web", files, "shop")] == [_place("shop.yaml")]
    assert [str(each.ends[0].place) for each in passages("web.bank:80", files)] == [_place("bank.yaml")]


def _place(path: str) -> str:
    return str(Place(path, 18, 85))
