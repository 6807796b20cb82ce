"""`kgen build`: workloads named by `for`, and what is refused."""

import pytest

from tests.cli.building import SPEC, build, refused, service, snapshot, write

SHOP = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
spec:
  selector: {matchLabels: {tier: shop}}
  template:
    metadata: {labels: {tier: shop}}
    spec: {containers: [{name: shop, image: shop, ports: [{name: http, containerPort: 8080}]}]}
"""

pytestmark = pytest.mark.usefixtures("repository")


def test_for_takes_selector_and_ports_from_the_repository() -> None:
    write({"kgen.yaml": "services: {shop: {for: deployment/shop}}\n", "deep/down/shop.yaml": SHOP})
    printed = build("-o", "-").out
    assert "  selector:\n    tier: shop\n" in printed
    assert "  - name: http\n    port: 8080\n    protocol: TCP\n    targetPort: http\n" in printed


def test_for_an_app_of_the_spec_itself() -> None:
    write({"kgen.yaml": f"{SPEC}services:\n  inside: {{for: deploy/web, headless: true}}\n"})
    printed = build("-o", "-").out.split("---\n")[0]
    assert "  clusterIP: None\n  ports:\n  - name: http\n    port: 8080\n" in printed
    assert "    targetPort: http\n  selector:\n    app: web\n  type: ClusterIP\n" in printed


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        pytest.param(
            "services: {shop: {for: deploy/shpo}}\n",
            "kgen.yaml:1:24: no manifest of `deploy/shpo` in the repository; did you mean `deployment/shop`?",
            id="workload",
        ),
        pytest.param(
            "services: {shop: {for: deploy/shop, ports: ['80:htp']}}\n",
            "kgen.yaml:1:45: `deploy/shop` declares no port `htp`; did you mean `http`?",
            id="target port",
        ),
        pytest.param(
            "services: {shop: {for: deploy/shop, ports: ['80:http/udp']}}\n",
            "kgen.yaml:1:45: port `http` of `deploy/shop` is TCP, not UDP",
            id="protocol",
        ),
    ],
)
def test_for_something_that_is_not_there(spec: str, message: str) -> None:
    write({"kgen.yaml": spec, "shop.yaml": SHOP})
    assert refused() == f"kgen: {message}\n"


def test_every_reference_that_leads_nowhere_is_reported() -> None:
    write({"kgen.yaml": "services:\n  a: {for: deploy/a}\n  b: {for: deploy/b}\n"})
    assert [line.split(": ")[0] for line in refused().splitlines()[1:]] == ["kgen.yaml:2:12", "kgen.yaml:3:12"]


def test_for_a_workload_without_ports() -> None:
    write({"kgen.yaml": "apps: {a: {image: x}}\nservices: {a: {for: deployment/a}}\n"})
    assert refused() == "kgen: kgen.yaml:2:21: `deployment/a` declares no ports, so write `ports`\n"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param(
            service("web", "9090:8181:80"),
            'kgen.yaml:4:13: The Service "web" is invalid: spec.ports[0].nodePort: Invalid value: 9090: '
            "provided port is not in the valid range. The range of valid ports is 30000-32767",
            id="nodePort out of range",
        ),
        pytest.param(
            service("a", "30001:80:80")
            + "  b:\n    selector: {}\n    ports: [30001:81:81]\n".replace("30001:81:81", "'30001:81:81'"),
            'kgen.yaml:7:13: The Service "b" is invalid: spec.ports[0].nodePort: Invalid value: 30001: '
            'provided port is already allocated, to "a"',
            id="one nodePort in two Services",
        ),
        pytest.param(
            service("web", "80", "    headless: true\n    type: NodePort\n"),
            'kgen.yaml:2:3: The Service "web" is invalid: spec.clusterIPs[0]: Invalid value: "None": '
            "may not be set to 'None' for NodePort services",
            id="headless NodePort",
        ),
        pytest.param(
            "apps: {Web: {image: x}}\n",
            'kgen.yaml:1:8: The Deployment "Web" is invalid: metadata.name: Invalid value: "Web": ',
            id="name of a workload",
        ),
    ],
)
def test_what_the_api_server_would_refuse(spec: str, expected: str) -> None:
    write({"kgen.yaml": spec})
    before = snapshot()
    result = build()
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(expected)
    assert snapshot() == before


def test_every_refusal_is_reported() -> None:
    write(
        {"kgen.yaml": "services:\n  a: {selector: {}, ports: ['1:80:80']}\n  b: {selector: {}, ports: ['2:80:80']}\n"}
    )
    assert [line.split(": ")[0] for line in build().err.splitlines()] == ["kgen.yaml:2:29", "kgen.yaml:3:29"]
