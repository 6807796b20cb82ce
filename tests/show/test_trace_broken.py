"""Where a path breaks off, in the words of the rules, and where the repository does not tell."""

import pytest

from kgen.show.state import State
from tests.backends import custom, ingress, route
from tests.repositories import deployment, manifests, service
from tests.show.tracing import hops, lines, passages, told

NODE_PORT = "spec:\n  type: NodePort"


@pytest.mark.parametrize(
    ("documents", "line", "rule"),
    [
        pytest.param(
            [service(selector="app: wbe"), deployment()],
            "service :80 -x-> pod :80",
            "orphan-selector",
            id="the selector misses",
        ),
        pytest.param(
            [service(ports="[{port: 80, targetPort: htttp}]"), deployment()],
            "service :80 -x-> pod :htttp",
            "target-port-name-missing",
            id="no container port has the name",
        ),
        pytest.param(
            [service(ports="[{port: 53, targetPort: http, protocol: UDP}]"), deployment()],
            "service :53 -x-> pod :http",
            "target-port-protocol-mismatch",
            id="the protocol is another",
        ),
        pytest.param(
            [service(ports="[{port: 80, targetPort: 8008}]"), deployment(ports="[{containerPort: 8080}]")],
            "service :80 -x-> pod :8008",
            "target-port-number-unmatched",
            id="the number is wrong, which a warning says",
        ),
        pytest.param(
            [service(ports="[{port: 80, nodePort: 29999}]").replace("spec:", NODE_PORT), deployment()],
            "node :29999 -x-> service :80 -> pod :80",
            "nodeport-out-of-range",
            id="the API server refuses the node port",
        ),
        pytest.param(
            [service(ports="[{port: 80, nodePort: 30080}]"), deployment()],
            "node :30080 -x-> service :80 -> pod :80",
            "nodeport-wrong-type",
            id="the type has no node ports",
        ),
        pytest.param(
            [service(ports="[{port: 80, protocol: tcp}]"), deployment()],
            "service :80 -x-> pod :80",
            "invalid-protocol",
            id="the API server refuses the port",
        ),
    ],
)
def test_a_broken_hop_has_its_finding(documents: list[str], line: str, rule: str) -> None:
    files = {"web.yaml": manifests(*documents)}
    assert lines("svc/web", files) == [line]
    assert rule in told("svc/web", files)
    assert passages("svc/web", files)[0].state is State.BROKEN


@pytest.mark.parametrize(
    ("asking", "line", "rule"),
    [
        pytest.param(ingress("number: 8080"), "ingress */ -x-> service :8080", "ingress-port-missing", id="Ingress"),
        pytest.param(ingress("name: htp"), "ingress */ -x-> service :htp", "ingress-port-missing", id="by name"),
        pytest.param(route("{name: web, port: 8080}"), "route * -x-> service :8080", "route-port-missing", id="route"),
    ],
)
def test_a_port_that_the_service_lacks(asking: str, line: str, rule: str) -> None:
    port = "[{name: http, port: 80, targetPort: 8080}]"
    files = {"web.yaml": manifests(service(ports=port), deployment(ports="[{containerPort: 8080}]"), asking)}
    kind = line.split(maxsplit=1)[0].replace("route", "httproute")
    assert [each.removeprefix("gateway -?-> ") for each in lines(f"{kind}/web", files)] == [line]
    assert lines("svc/web", files)[1].endswith(line)
    assert rule in [
        text for each in passages(f"{kind}/web", files) for hop in each.hops for text in _rules(hop.findings)
    ]


def _rules(findings: object) -> list[str]:
    assert isinstance(findings, tuple)
    return [each.rule for each in findings]


def test_a_service_whose_name_is_misspelt() -> None:
    files = {"shop.yaml": manifests(service("orders-service"), deployment(), ingress(name="order-service"))}
    line = "ingress */ -x-> service :80"
    assert lines("ingress/web", files) == [line]
    assert hops("ingress/web", files)[1] == "service :80 Service/order-service verified"
    assert "ingress-service-missing" in told("ingress/web", files)
    assert lines("svc/orders-service", files)[1] == line, "it shows on the Service that was meant too"


def test_two_services_that_ask_for_one_number() -> None:
    ports = "[{port: 80, nodePort: 30080}]"
    first, second = (service(name, f"app: {name}", ports).replace("spec:", NODE_PORT) for name in ("web", "api"))
    files = {"all.yaml": manifests(first, second, deployment(), deployment("api", "app: api"))}
    assert lines("30080", files) == ["node :30080 -x-> service :80 -> pod :80"] * 2
    assert all(
        "nodeport-conflict" in [rule for hop in each.hops for rule in _rules(hop.findings)]
        for each in passages("30080", files)
    )


def test_faults_of_other_ports_are_not_shown() -> None:
    ports = "[{name: web, port: 80}, {name: admin, port: 81, targetPort: admin, nodePort: 30081}]"
    files = {"web.yaml": manifests(service(ports=ports), deployment())}
    assert passages("svc/web:web", files)[0].state is State.VERIFIED
    assert passages("svc/web:admin", files)[0].state is State.BROKEN


def test_some_of_the_pods_lack_the_port() -> None:
    blue = deployment("web-blue", "app: web, track: blue", "[{name: http, containerPort: 8080}]")
    green = deployment("web-green", "app: web, track: green", "[{name: metrics, containerPort: 9090}]")
    files = {"web.yaml": manifests(service(ports="[{port: 80, targetPort: http}]"), blue, green)}
    assert lines("svc/web", files) == ["service :80 -x-> pod :8080, :http"]
    assert [hop.rpartition(" ")[2] for hop in hops("svc/web", files)] == ["verified", "verified", "broken"]
    assert "target-port-partial" in told("svc/web", files)


@pytest.mark.parametrize(
    ("files", "line", "reason"),
    [
        pytest.param(
            {"web.yaml": service()},
            "service :80 -?-> pod :80",
            "no pod template matches it, and none is known that should",
            id="no pods, and none near",
        ),
        pytest.param(
            {"web.yaml": manifests(service(), deployment()), "ns.yaml": "a: {{ b }}\nkind: app: web\napiVersion: {{ c"},
            "service :80 -?-> pod :80",
            "`ns.yaml` cannot be read and may hold more of its pods",
            id="a file that cannot be read",
        ),
        pytest.param(
            {"web.yaml": custom("v1/Service", "{ports: [{port: 80}]}")},
            "service :80 -?-> pod :80",
            "it has no selector, and the repository does not show what gives it endpoints",
            id="a Service without a selector",
        ),
        pytest.param(
            {"web.yaml": manifests(service(ports="[{port: 80, targetPort: 9000}]"), deployment(ports="[]"))},
            "service :80 -?-> pod :9000",
            "container `web` of Deployment `web` declares no ports",
            id="a number that need not be declared",
        ),
    ],
)
def test_an_unverifiable_hop_says_why(files: dict[str, str], line: str, reason: str) -> None:
    assert lines("svc/web", files) == [line]
    assert reason in told("svc/web", files)
    assert passages("svc/web", files)[0].state is State.UNVERIFIABLE


def test_a_service_that_is_not_in_the_repository() -> None:
    files = {"web.yaml": ingress(name="elsewhere")}
    assert lines("ingress/web", files) == ["ingress */ -?-> service :80"]
    assert "no Service `elsewhere` is in the repository, and none is known that should be meant" in told(
        "ingress/web", files
    )


def test_a_warning_does_not_break_a_path() -> None:
    headless = service(ports="[{port: 80, targetPort: 8080}]").replace("spec:", "spec:\n  clusterIP: None")
    files = {"web.yaml": manifests(headless, deployment(ports="[{containerPort: 8080}]"))}
    assert lines("svc/web", files) == ["service :80 -> pod :8080"]
    assert "headless-port-remap" in told("svc/web", files)
