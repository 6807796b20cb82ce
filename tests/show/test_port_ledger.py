"""What stands in the ledger, and what is in conflict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgen.show.free_ports import lowest_free
from kgen.show.keep_ledger import keep_ledger, without_other_clusters
from kgen.show.port_ledger import Band, Ledger, LedgerRow
from tests.repositories import deployment, manifests
from tests.show.port_ledgers import DEFAULT_RANGE, conflicts, ledger, node_port_service, ports

_BASE = "resources: [../base]\n"
_PATCH = """\
resources: [../base]
patches:
- target: {kind: Service, name: web}
  patch: |-
    - op: replace
      path: /spec/ports/0/nodePort
      value: 30500
"""
_LOAD_BALANCER = """\
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: LoadBalancer
  externalTrafficPolicy: Local
  healthCheckNodePort: 30900
  selector: {app: web}
  ports: [{port: 53, protocol: UDP, nodePort: 30053}, {port: 80, nodePort: 0}, {port: 81}]
"""
_FLUX = """\
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {{name: {name}, namespace: flux-system}}
spec: {{path: ./apps/{name}, prune: true, interval: 1m, sourceRef: {{kind: GitRepository, name: flux-system}}}}
"""
# Two clusters have the web, one of them the API too; of the edge nothing tells the cluster.
_CLUSTERS = {
    "clusters/prod/apps.yaml": manifests(_FLUX.format(name="web"), _FLUX.format(name="api")),
    "clusters/staging/apps.yaml": _FLUX.format(name="web"),
    "apps/web/web.yaml": node_port_service("web", 30080),
    "apps/api/api.yaml": node_port_service("api", 30080),
    "edge.yaml": node_port_service("edge", 30090),
}
_HOST_PORT = "[{containerPort: 8080, hostPort: 80, protocol: UDP}, {containerPort: 81}]"
_DAEMON_SETS = manifests(
    *(deployment(name, ports=_HOST_PORT).replace("Deployment", "DaemonSet") for name in ("one", "two"))
)


def _rows(found: Ledger) -> list[str]:
    return [
        f"{row.use.number} {row.use.kind} {row.use.owner.name or '?'} {row.use.port}/{row.use.protocol}"
        f" {row.use.place.path}:{row.use.place.line}"
        for row in found.rows
        if row.use.place is not None
    ]


@pytest.mark.parametrize(
    ("files", "rows"),
    [
        pytest.param(
            {"a.yaml": node_port_service("web", 30080)}, ["30080 nodePort web 80/TCP a.yaml:7"], id="a nodePort"
        ),
        pytest.param(
            {"a.yaml": _LOAD_BALANCER},
            ["30053 nodePort web 53/UDP a.yaml:9", "30900 healthCheckNodePort web None/TCP a.yaml:7"],
            id="a load balancer with its health check; 0 asks for none",
        ),
        pytest.param({"a.yaml": deployment(ports=_HOST_PORT)}, ["80 hostPort web 8080/UDP a.yaml:10"], id="a hostPort"),
        pytest.param(
            {"a.yaml": deployment(pod="hostNetwork: true\n")},
            ["80 hostNetwork web 80/TCP a.yaml:10"],
            id="a pod on the host network",
        ),
        pytest.param(
            {
                "base/kustomization.yaml": "resources: [web.yaml]\n",
                "base/web.yaml": node_port_service("web", 30080),
                "over/kustomization.yaml": _PATCH,
            },
            ["30500 nodePort web 80/TCP over/kustomization.yaml:7"],
            id="a patch in a kustomization, which decides",
        ),
        pytest.param(
            {"kustomization.yaml": _PATCH.replace("../base", "https://example.com/base.git")},
            ["30500 nodePort ? None/ kustomization.yaml:7"],
            id="a patch of what is not in the repository",
        ),
        pytest.param(
            {
                "base/kustomization.yaml": "resources: [web.yaml]\n",
                "base/web.yaml": node_port_service("web", 30080, ""),
                "dev/kustomization.yaml": _BASE + "namespace: shop\n",
                "prod/kustomization.yaml": _BASE + "namespace: shop\n",
            },
            ["30080 nodePort web 80/TCP base/web.yaml:7"],
            id="a Service that several overlays render alike",
        ),
        pytest.param(
            {"a.yaml": deployment(ports="[{containerPort: 0}, {containerPort: 0}]", pod="hostNetwork: true\n")},
            [],
            id="0 is no port",
        ),
        pytest.param({"a.yaml": deployment()}, [], id="ports that stay in the cluster"),
    ],
)
def test_rows(files: dict[str, str], rows: list[str]) -> None:
    assert _rows(ledger(files)) == rows


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"a.yaml": manifests(node_port_service("web", 30080), node_port_service("api", 30080, "other"))},
            ["30080 web < api", "30080 api < web"],
            id="two Services of one file",
        ),
        pytest.param(
            {
                "dev/web.yaml": node_port_service("web", 30080),
                "prod/api.yaml": node_port_service("api", 30080),
            },
            [],
            id="two folders may be of two clusters",
        ),
        pytest.param(
            {
                "base/kustomization.yaml": "resources: [web.yaml]\n",
                "base/web.yaml": node_port_service("web", 30080),
                "dev/kustomization.yaml": _BASE + "namePrefix: dev-\n",
                "prod/kustomization.yaml": _BASE + "namePrefix: prod-\n",
            },
            [],
            id="two overlays of one base",
        ),
        pytest.param({"a.yaml": _DAEMON_SETS}, ["80 one < two", "80 two < one"], id="two DaemonSets on every node"),
        pytest.param(
            {"a.yaml": _DAEMON_SETS.replace("DaemonSet", "Deployment")}, [], id="pods that may be on different nodes"
        ),
        pytest.param(
            {
                "a.yaml": node_port_service("web", 30080).replace("ports: ", "ports: &ports ")
                + "---\n"
                + node_port_service("api", 30080)
            },
            ["30080 web < api", "30080 api < web"],
            id="with an anchor",
        ),
    ],
)
def test_conflicts_in_the_repository(files: dict[str, str], expected: list[str]) -> None:
    assert conflicts(ledger(files)) == expected


def test_units_of_one_cluster_are_applied_together() -> None:
    assert conflicts(ledger(_CLUSTERS)) == ["30080 api < web", "30080 web < api"]
    assert {row.use.cluster for row in ledger(_CLUSTERS).conflicting} == {"prod"}


@pytest.mark.parametrize(
    ("cluster", "expected"),
    [
        pytest.param("prod", ["30080 api prod < web", "30080 web prod < api", "30090 edge -"], id="with a conflict"),
        pytest.param("staging", ["30080 web staging", "30090 edge -"], id="without"),
    ],
)
def test_one_cluster_and_what_may_be_for_any(cluster: str, expected: list[str]) -> None:
    found = keep_ledger(without_other_clusters(ports(_CLUSTERS), cluster), (), DEFAULT_RANGE, 0)
    assert [_with_cluster(row) for row in found.rows] == expected


def _with_cluster(row: LedgerRow) -> str:
    others = "".join(f" < {other.owner.name}" for other in row.conflicts)
    return f"{row.use.number} {row.use.owner.name} {row.use.cluster or '-'}{others}"


def test_one_place_that_two_services_of_a_list_share_is_two_rows() -> None:
    text = """\
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: v1, kind: Service, metadata: {name: web}, spec: &spec
           {type: NodePort, selector: {app: web}, ports: [{port: 80, nodePort: 30080}]}}
        - {apiVersion: v1, kind: Service, metadata: {name: api}, spec: *spec}
    """
    assert conflicts(ledger({"a.yaml": text})) == ["30080 api < web", "30080 web < api"]


@pytest.mark.parametrize(
    ("files", "cluster", "expected"),
    [
        pytest.param(
            {"a.yaml": node_port_service("web", 30080)},
            node_port_service("edge", 30080),
            ["30080 web < edge", "30080 edge < web"],
            id="taken outside of Git",
        ),
        pytest.param(
            {"a.yaml": node_port_service("web", 30080)}, node_port_service("web", 30080), [], id="applied already"
        ),
        pytest.param(
            {"a.yaml": node_port_service("web", 30080, "")},
            node_port_service("web", 30080, "any"),
            [],
            id="applied to a namespace that Git does not tell",
        ),
        pytest.param(
            {
                "dev/a.yaml": node_port_service("web", 30080, "dev"),
                "prod/a.yaml": node_port_service("web", 30080, "prod"),
            },
            node_port_service("web", 30080, "prod"),
            [],
            id="a variant for another cluster",
        ),
        pytest.param(
            {"a.yaml": node_port_service("web", 30080), "b/b.yaml": node_port_service("api", 30081)},
            node_port_service("api", 30080),
            [],
            id="the other Service moves away in Git",
        ),
        pytest.param(
            {
                "kustomization.yaml": "resources: [web.yaml]\nnamePrefix: prod-\n",
                "web.yaml": node_port_service("web", 30080),
            },
            node_port_service("prod-web", 30080),
            [],
            id="renamed by a kustomization",
        ),
    ],
)
def test_conflicts_with_the_cluster(files: dict[str, str], cluster: str, expected: list[str]) -> None:
    assert conflicts(ledger(files, cluster)) == expected


def test_what_is_applied_already_is_listed_once() -> None:
    dump = manifests(node_port_service("web", 30080), node_port_service("edge", 30081))
    rows = ledger({"a.yaml": node_port_service("web", 30080)}, dump).rows
    assert [(row.use.number, row.use.place is None) for row in rows] == [(30080, False), (30081, True)]


def test_ports_of_pods_are_not_proposed_either() -> None:
    files = {
        "a.yaml": deployment(ports="[{containerPort: 80, hostPort: 30001}]"),
        "b.yaml": node_port_service("x", 30000),
    }
    assert ledger(files, node_port_service("edge", 30003), wanted=3).free == (30002, 30004, 30005)


@given(st.sets(st.integers(30000, 30060)), st.integers(0, 70))
def test_the_lowest_free_ports(taken: set[int], count: int) -> None:
    free = lowest_free(count, taken, (30000, 30059))
    assert list(free) == sorted(set(range(30000, 30060)) - taken)[:count]


@pytest.mark.parametrize(
    ("number", "band"),
    [
        (29999, Band.OUTSIDE),
        (30000, Band.STATIC),
        (30085, Band.STATIC),
        (30086, Band.DYNAMIC),
        (32767, Band.DYNAMIC),
        (32768, Band.OUTSIDE),
    ],
)
def test_bands(number: int, band: Band) -> None:
    assert Ledger((), (30000, 32767)).band(number) is band
