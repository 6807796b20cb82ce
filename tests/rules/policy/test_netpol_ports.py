"""Ports of network policies: the rules netpol-uses-service-port and netpol-port-name-missing."""

import pytest

from tests.repositories import deployment, findings, service

SERVICE_PORT, NAME_MISSING = "netpol-uses-service-port", "netpol-port-name-missing"
WEB = deployment(ports="[{name: http, containerPort: 8080}]")
FRONT = service(ports="[{port: 80, targetPort: http}]")
EGRESS = "egress: [{to: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: %s}]}]"


def policy(ports: str, spec: str = "", selector: str = "app: web") -> str:
    """A policy whose ports stand in line 6."""
    return (
        "apiVersion: networking.k8s.io/v1\n"
        "kind: NetworkPolicy\n"
        "metadata: {name: a}\n"
        "spec:\n"
        f"  podSelector: {{matchLabels: {{{selector}}}}}\n"
        f"  {spec or f'ingress: [{{ports: [{ports}]}}]'}\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            policy("{port: 80}"),
            {
                SERVICE_PORT: (
                    "p.yaml:6 port `80` of NetworkPolicy `a` is the port of Service `web`, whose pods listen on 8080"
                )
            },
            id="port of the Service",
        ),
        pytest.param(
            policy("", EGRESS % 80, "app: db"),
            {
                SERVICE_PORT: (
                    "p.yaml:6 port `80` of NetworkPolicy `a` is the port of Service `web`, whose pods listen on 8080"
                )
            },
            id="port of the Service of an egress peer",
        ),
        pytest.param(
            policy("{port: web}"),
            {NAME_MISSING: "p.yaml:6 port `web` of NetworkPolicy `a` is no port of Deployment `web`"},
            id="no such name",
        ),
        pytest.param(
            policy("", EGRESS % "web", "app: db"),
            {NAME_MISSING: "p.yaml:6 port `web` of NetworkPolicy `a` is no port of Deployment `web`"},
            id="no such name in an egress peer",
        ),
    ],
)
def test_reported(text: str, expected: dict[str, str]) -> None:
    files = {"p.yaml": text, "d.yaml": WEB, "s.yaml": FRONT}
    found = {rule: findings(rule, files) for rule in (SERVICE_PORT, NAME_MISSING)}
    assert found == {SERVICE_PORT: [], NAME_MISSING: [], **{rule: [each] for rule, each in expected.items()}}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"p.yaml": policy("{port: 8080}, {port: http}"), "d.yaml": WEB, "s.yaml": FRONT}, id="ports of the pods"
        ),
        pytest.param({"p.yaml": policy("{port: 80}"), "d.yaml": WEB}, id="no Service shows what the number is"),
        pytest.param(
            {"p.yaml": policy("{port: 80}, {port: http}"), "d.yaml": WEB, "s.yaml": FRONT}, id="both are permitted"
        ),
        pytest.param({"p.yaml": policy("{port: 80, endPort: 90}"), "d.yaml": WEB, "s.yaml": FRONT}, id="range"),
        pytest.param(
            {"p.yaml": policy("{port: 80, protocol: UDP}"), "d.yaml": WEB, "s.yaml": FRONT}, id="other protocol"
        ),
        pytest.param(
            {
                "p.yaml": policy("{port: 80}"),
                "d.yaml": deployment(ports="[{containerPort: 8080}]", pod="hostAliases: [{ip: '80'}]"),
                "s.yaml": FRONT,
            },
            id="the pod speaks of the number",
        ),
        pytest.param(
            {
                "p.yaml": policy("{port: 80}"),
                "d.yaml": WEB,
                "s.yaml": FRONT,
                "t.yaml": service("b", ports="[{port: 81, targetPort: 80}]"),
            },
            id="another Service leads to the number",
        ),
        pytest.param({"p.yaml": policy("{port: http-envoy-prom}"), "d.yaml": WEB}, id="port of an injected sidecar"),
        pytest.param(
            {"p.yaml": policy("{port: web}"), "d.yaml": WEB.replace("image: example.com/web:1, ", "")}, id="patch"
        ),
        pytest.param(
            {"p.yaml": policy("{port: web}", selector="app: db"), "d.yaml": WEB}, id="pods that are not there"
        ),
        pytest.param(
            {"p.yaml": policy("", "egress: [{ports: [{port: 80}, {port: dns}]}]"), "d.yaml": WEB, "s.yaml": FRONT},
            id="egress to anybody",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert [findings(rule, files) for rule in (SERVICE_PORT, NAME_MISSING)] == [[], []]
