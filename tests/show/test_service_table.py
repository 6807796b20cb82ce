"""The table of `kubectl get service`."""

import pytest

from kgen.show.service_data import service_data
from kgen.show.service_table import Columns, table
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

LONG = "status: {loadBalancer: {ingress: [{hostname: lb.eu.example.com}, {ip: 10.0.0.7}]}}"


def row(service: str, columns: Columns) -> list[str]:
    """The cells of a Service with some fields, without its name and age."""
    root = parse(Source("", f"metadata: {{name: web}}\n{service}\n".encode()))[0].root
    assert root is not None
    _, line, _ = table([service_data(root.value)], columns).split("\n")
    name, *cells = line.split()
    assert (name, cells.pop(4)) == ("web", "<unknown>")
    return cells


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        pytest.param("spec: {}", ["ClusterIP", "<none>", "<none>", "<none>"], id="the API server fills in the type"),
        pytest.param(
            "spec: {type: NodePort, clusterIPs: [10.0.0.1, 'fd00::1'], ports: [{port: 80, nodePort: 30080}]}",
            ["NodePort", "10.0.0.1", "<none>", "80:30080/TCP"],
            id="a nodePort stands behind the port, and the first address is shown",
        ),
        pytest.param(
            "spec: {type: ClusterIP, externalIPs: [1.2.3.4, 5.6.7.8], ports: [{port: 53, protocol: UDP}, {port: 53}]}",
            ["ClusterIP", "<none>", "1.2.3.4,5.6.7.8", "53/UDP,53/TCP"],
            id="lists are joined",
        ),
        pytest.param("spec: {type: LoadBalancer}", ["LoadBalancer", "<none>", "<pending>", "<none>"], id="no address"),
        pytest.param(
            f"spec: {{type: LoadBalancer, externalIPs: [1.2.3.4]}}\n{LONG}",
            ["LoadBalancer", "<none>", "10.0.0.7,lb.e...,1.2.3.4", "<none>"],
            id="long addresses of a balancer are cut",
        ),
        pytest.param(
            "spec: {type: ExternalName, externalName: db.example.com}",
            ["ExternalName", "<none>", "db.example.com", "<none>"],
            id="an external name",
        ),
        pytest.param("spec: {type: Odd}", ["Odd", "<none>", "<unknown>", "<none>"], id="an unknown type"),
    ],
)
def test_cells(service: str, expected: list[str]) -> None:
    assert row(service, Columns()) == expected


def test_wide_adds_the_selector_and_cuts_nothing() -> None:
    spec = "spec: {type: LoadBalancer, selector: {b: x, a: w, B: z}}"
    assert row(f"{spec}\n{LONG}", Columns(wide=True))[2:] == ["10.0.0.7,lb.eu.example.com", "<none>", "B=z,a=w,b=x"]


def test_a_cell_ends_with_its_first_line() -> None:
    services = [service_data({"metadata": {"name": "a\nb\tc"}, "spec": {"type": "\x1b"}})]
    assert table(services, Columns()).splitlines()[1].startswith("a...   ^[     ")


def test_columns_are_three_spaces_apart() -> None:
    services = [service_data({"metadata": {"name": name, "namespace": "shop"}}) for name in ("a", "longer")]
    assert table(services, Columns(namespaces=True)) == (
        "NAMESPACE   NAME     TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE\n"
        "shop        a        ClusterIP   <none>       <none>        <none>    <unknown>\n"
        "shop        longer   ClusterIP   <none>       <none>        <none>    <unknown>\n"
    )
