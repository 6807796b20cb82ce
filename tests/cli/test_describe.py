"""`kgen describe`."""

from pathlib import Path

import pytest

from tests.repositories import deployment, manifests, service
from tests.running import run_kgen

IN_SHOP = ", namespace: shop"
IN_BANK = ", namespace: bank"


def endpoints(*argv: str) -> list[str]:
    """What stands in the `Endpoints` lines of `web`."""
    result = run_kgen(["describe", "svc/web", *argv])
    assert result.code == 0
    return [line.partition(":")[2].strip() for line in result.out.splitlines() if line.startswith("Endpoints")]


@pytest.fixture
def shop(repository: Path) -> Path:
    """A repository with a Service and its Deployment."""
    ports = "[{name: web, port: 80, targetPort: http}, {port: 9090, nodePort: 30090, protocol: UDP}]"
    (repository / "web.yaml").write_text(manifests(service(ports=ports, more=IN_SHOP), deployment(more=IN_SHOP)))
    return repository


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    "argv",
    [
        pytest.param(["svc/web"], id="kind and name"),
        pytest.param(["service", "web"], id="two words"),
        pytest.param(["services"], id="every Service"),
        pytest.param(["svc", "web", "-n", "shop"], id="in a namespace"),
        pytest.param(["svc/web", "svc/web", "-f", "web.yaml"], id="in a file, named twice"),
    ],
)
def test_prints_the_page(argv: list[str]) -> None:
    result = run_kgen(["describe", *argv])
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "Name:              web",
        "Namespace:         shop",
        "Labels:            <none>",
        "Annotations:       <none>",
        "Selector:          app=web",
        "Type:              ",
        "IP Families:       <none>",
        "IP:                ",
        "IPs:               <none>",
        "Port:              web  80/",
        "TargetPort:        http/",
        "Endpoints:         Deployment/web:80",
        "Port:              <unset>  9090/UDP",
        "TargetPort:        0/UDP",
        "NodePort:          <unset>  30090/UDP",
        "Endpoints:         Deployment/web:9090",
        "Session Affinity:  ",
        "Events:            <none>",
    ]


@pytest.mark.usefixtures("shop")
def test_leaves_out_events() -> None:
    assert "Events" not in run_kgen(["describe", "svc/web", "--show-events=false"]).out


def test_lists_every_pod_template_that_has_the_port(repository: Path) -> None:
    ports = "[{name: http, containerPort: 80{n}}]"
    pods = [deployment(f"web-{n}", ports=ports.replace("{n}", str(n))) for n in range(5)]
    other = deployment("other", ports="[{containerPort: 80}]")
    (repository / "web.yaml").write_text(manifests(service(ports="[{port: 80, targetPort: http}]"), *pods, other))
    assert endpoints() == ["Deployment/web-0:800,Deployment/web-1:801,Deployment/web-2:802 + 2 more..."]


@pytest.mark.parametrize(
    ("ports", "pods"),
    [
        pytest.param("[{port: 80}]", [deployment(labels="app: other")], id="no pod has the labels"),
        pytest.param("[{port: 80, targetPort: metrics}]", [deployment()], id="no pod has the port"),
        pytest.param("[80]", [deployment()], id="what is no port"),
    ],
)
def test_says_none_without_a_pod(ports: str, pods: list[str], repository: Path) -> None:
    (repository / "web.yaml").write_text(manifests(service(ports=ports), *pods))
    assert endpoints() == ["<none>"]


def test_says_why_pods_may_be_elsewhere(repository: Path) -> None:
    (repository / "web.yaml").write_text(service())
    result = run_kgen(["describe", "svc/web"])
    assert result.err == (
        "kgen: web.yaml:1: what Service `web` selects is not sure: "
        "no pod template matches it, and none is known that should\n"
    )


def test_separates_pages_by_two_empty_lines(repository: Path) -> None:
    (repository / "web.yaml").write_text(manifests(service("b"), service("a")))
    names = [page.splitlines()[0].split()[1] for page in run_kgen(["describe", "svc"]).out.split("\n\n\n")]
    assert names == ["a", "b"]


@pytest.fixture
def twice(repository: Path) -> Path:
    """A repository with a Service of the same name in two namespaces."""
    (repository / "shop.yaml").write_text(service(more=IN_SHOP))
    (repository / "bank.yaml").write_text(service(more=IN_BANK))
    return repository


@pytest.mark.usefixtures("twice")
def test_asks_which_of_several_is_meant() -> None:
    result = run_kgen(["describe", "svc/web"])
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "kgen: Service `web` is written several times: "
        "bank.yaml:1 (namespace `bank`), shop.yaml:1 (namespace `shop`)\n"
        "  hint: choose one with `-n NAMESPACE` or `-f FILE`\n"
    )


@pytest.mark.usefixtures("twice")
@pytest.mark.parametrize("argv", [["-n", "bank"], ["-f", "bank.yaml"]])
def test_takes_the_one_that_is_chosen(argv: list[str]) -> None:
    result = run_kgen(["describe", "svc/web", *argv])
    assert result.code == 0
    assert "Namespace:         bank\n" in result.out


def test_takes_a_service_before_its_patch(repository: Path) -> None:
    (repository / "web.yaml").write_text(service())
    (repository / "more.yaml").write_text(
        "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: NodePort}"
    )
    result = run_kgen(["describe", "svc/web"])
    assert result.code == 0
    assert "Selector:          app=web\n" in result.out


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        pytest.param(
            ["svc/wbe"],
            1,
            'Error from server (NotFound): services "wbe" not found\n  hint: did you mean `web`?\n',
            id="a slip",
        ),
        pytest.param(
            ["svc", "payments"], 1, 'Error from server (NotFound): services "payments" not found\n', id="not there"
        ),
        pytest.param(["svc", "-n", "bank"], 0, "No resources found in bank namespace.\n", id="nothing there"),
        pytest.param(
            ["pod/web"], 2, "kgen: `pod` cannot be shown\n  hint: kgen shows Services: write `svc`\n", id="a Pod"
        ),
        pytest.param(
            ["svc/web", "web"],
            2,
            "kgen: `web` is not of the form KIND/NAME\n  hint: write `svc/NAME`, or `svc NAME` once\n",
            id="mixed forms",
        ),
    ],
)
def test_refusals(argv: list[str], code: int, message: str) -> None:
    result = run_kgen(["describe", *argv])
    assert (result.code, result.out, result.err) == (code, "", message)
