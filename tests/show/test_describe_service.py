"""What the goldens of `kubectl describe service` do not hold."""

import pytest

from kgen.kubernetes.version import KubernetesVersion
from kgen.show.describe_service import Layout, describe
from kgen.show.endpoints import abridged
from kgen.show.service_data import service_data
from kgen.syntax.value import Data

SPEC: Data = {
    "loadBalancerIP": "1.2.3.4",
    "internalTrafficPolicy": "Local",
    "trafficDistribution": "PreferClose",
    "ports": [{"port": 80, "appProtocol": "http"}],
}
STATUS: Data = {"loadBalancer": {"ingress": [{"ip": "5.6.7.8", "ipMode": "VIP"}]}}


def lines(minor: int, annotations: Data = None) -> list[str]:
    """The lines of a Service in the layout of a minor version, spaces between cells as one."""
    service = service_data({"metadata": {"name": "web", "annotations": annotations}, "spec": SPEC, "status": STATUS})
    page = describe(service, ["<none>"], Layout(KubernetesVersion(minor)))
    return [line.strip() if line[0] == " " else " ".join(line.split()) for line in page.splitlines()]


@pytest.mark.parametrize(
    ("minor", "line", "is_shown"),
    [
        pytest.param(30, "IP: 1.2.3.4", True, id="1.30 calls the wanted address IP"),
        pytest.param(31, "Desired LoadBalancer IP: 1.2.3.4", True, id="1.31 says that it is wanted"),
        pytest.param(30, "LoadBalancer Ingress: 5.6.7.8", True, id="1.30 knows no mode"),
        pytest.param(31, "LoadBalancer Ingress: 5.6.7.8 (VIP)", True, id="1.31 shows the mode"),
        pytest.param(30, "Internal Traffic Policy: Local", False, id="1.30 shows no internal policy"),
        pytest.param(31, "Internal Traffic Policy: Local", True, id="1.31 does"),
        pytest.param(33, "Traffic Distribution: PreferClose", False, id="1.33 shows no distribution"),
        pytest.param(34, "Traffic Distribution: PreferClose", True, id="1.34 does"),
        pytest.param(35, "AppProtocol: http", False, id="1.35 shows no application protocol"),
        pytest.param(36, "AppProtocol: http", True, id="1.36 does"),
    ],
)
def test_layouts(minor: int, line: str, is_shown: bool) -> None:
    assert (line in lines(minor)) == is_shown


@pytest.mark.parametrize(
    ("annotations", "expected"),
    [
        pytest.param({"a": "b\n"}, ["Annotations: a: b"], id="one line end is trimmed"),
        pytest.param({"a": "b\nc"}, ["Annotations: a:", "b", "c"], id="several lines stand below"),
        pytest.param({"a": "b" * 137}, ["Annotations: a: " + "b" * 137], id="140 bytes fit"),
        pytest.param({"a": "b" * 138}, ["Annotations: a:", "b" * 138], id="141 bytes do not"),
        pytest.param({"a": "b" * 139}, ["Annotations: a:", "b" * 138 + "..."], id="a line is cut after 138"),
        pytest.param({"b": "1", "B": "2"}, ["Annotations: B: 2", "b: 1"], id="sorted by bytes"),
        pytest.param(
            {"kubectl.kubernetes.io/last-applied-configuration": "{}"}, ["Annotations: <none>"], id="kubectl's own"
        ),
        pytest.param({"a": "\x1b[31m\r"}, ["Annotations: a: ^[[31m\\r"], id="escapes are visible"),
    ],
)
def test_annotations(annotations: Data, expected: list[str]) -> None:
    page = lines(37, annotations)
    assert page[page.index(expected[0]) :][: len(expected)] == expected
    assert page[page.index(expected[0]) + len(expected)].startswith("Selector:")


@pytest.mark.parametrize(
    ("endpoints", "expected"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["a", "b", "c"], "a,b,c", id="three"),
        pytest.param(["a", "b", "c", "d", None, "e"], "a,b,c + 2 more...", id="more"),
        pytest.param(["a", None, "b", "c", None], "a,b,c + 0 more...", id="only unready ones after the third"),
    ],
)
def test_endpoints_are_abridged(endpoints: list[str | None], expected: str) -> None:
    assert abridged(endpoints) == expected
