"""Services and their ports."""

import pytest

from kgen.kubernetes.service import Service, service
from tests.repositories import repository


def parsed(spec: str) -> Service:
    """A Service with this spec."""
    (resource,) = repository(
        {"a.yaml": f"apiVersion: v1\nkind: Service\nmetadata: {{name: a}}\nspec: {spec}"}
    ).resources
    found = service(resource)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("port", "target", "place"),
    [
        pytest.param("port: 80, targetPort: 8080", 8080, "spec.ports[0].targetPort", id="number"),
        pytest.param("port: 80, targetPort: http", "http", "spec.ports[0].targetPort", id="name"),
        pytest.param("port: 80, targetPort: '8080'", "8080", "spec.ports[0].targetPort", id="quoted"),
        pytest.param("port: 80", 80, "spec.ports[0].port", id="left out"),
        pytest.param("port: 80, targetPort: 0", 80, "spec.ports[0].port", id="zero"),
        pytest.param("port: 80, targetPort: ", 80, "spec.ports[0].port", id="null"),
        pytest.param("port: 80, targetPort: ''", 80, "spec.ports[0].port", id="empty"),
        pytest.param("port: 80, targetPort: [1]", None, "spec.ports[0].targetPort", id="wrong type"),
        pytest.param("port: http", None, "spec.ports[0].port", id="port of a wrong type"),
        pytest.param("name: a", None, "spec.ports[0]", id="neither"),
    ],
)
def test_target(port: str, target: int | str | None, place: str) -> None:
    (found,) = parsed(f"{{ports: [{{{port}}}]}}").ports
    assert found.target == target
    assert found.target_node.path == place


@pytest.mark.parametrize(
    ("spec", "selects"),
    [
        pytest.param("{selector: {a: b}}", True, id="selector"),
        pytest.param("{selector: {}}", False, id="empty selector"),
        pytest.param("{ports: []}", False, id="no selector"),
        pytest.param("{selector: {a: b}, type: ExternalName}", False, id="ExternalName"),
        pytest.param("{selector: {a: b}, clusterIP: None}", True, id="headless"),
    ],
)
def test_selects_pods(spec: str, *, selects: bool) -> None:
    assert parsed(spec).selects_pods is selects


def test_node_ports() -> None:
    found = parsed("{healthCheckNodePort: 3, ports: [{nodePort: 1}, {port: 9}, 7, {nodePort: '2'}]}")
    assert [node.value for node in found.node_ports] == [1, "2", 3]


def test_protocol_defaults_to_tcp() -> None:
    assert [port.protocol for port in parsed("{ports: [{port: 1}, {port: 2, protocol: UDP}]}").ports] == ["TCP", "UDP"]


@pytest.mark.parametrize("api_version", ["serving.knative.dev/v1", "v1beta1"])
def test_services_of_other_groups_are_none(api_version: str) -> None:
    (resource,) = repository({"a.yaml": f"apiVersion: {api_version}\nkind: Service\n"}).resources
    assert service(resource) is None
