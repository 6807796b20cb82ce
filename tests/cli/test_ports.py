"""`kgen ports`."""

import json
from pathlib import Path

import pytest

from tests.running import run_kgen

_WEB = """\
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  type: NodePort
  selector: {app: web}
  ports:
    - {port: 80, nodePort: 30000}
"""
_API = _WEB.replace("web", "api").replace("30000", "30001")
_AGENT = """\
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: monitoring}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      containers:
        - {name: agent, image: example.com/agent:1, ports: [{containerPort: 9100, hostPort: 9101}]}
"""
_FLUX = """\
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: web, namespace: flux-system}
spec: {path: ./web, prune: true, interval: 1m, sourceRef: {kind: GitRepository, name: flux-system}}
"""
_CLUSTER = """\
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata: {name: edge, namespace: infra}
  spec: {type: NodePort, ports: [{port: 443, nodePort: 30002}]}
"""


@pytest.fixture
def shop(repository: Path) -> Path:
    """A repository with two Services and a DaemonSet, in folders of their own."""
    for name, text in (("web", _WEB), ("api", _API), ("agent", _AGENT)):
        (repository / name).mkdir()
        (repository / name / "all.yaml").write_text(text)
    return repository


@pytest.mark.usefixtures("shop")
def test_lists_every_port() -> None:
    result = run_kgen(["ports"])
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "NUMBER  KIND      BAND    OWNER                       PORT      PLACE              CONFLICTS WITH\n"
        "9101    hostPort  -       DaemonSet monitoring/agent  9100/TCP  agent/all.yaml:10  -\n"
        "30000   nodePort  static  Service shop/web            80/TCP    web/all.yaml:8     -\n"
        "30001   nodePort  static  Service shop/api            80/TCP    api/all.yaml:8     -\n"
        "\n"
        "2 ports of the node port range, 1 port of pods on their nodes; 0 are in conflict.\n"
    )


def test_says_that_there_is_none(repository: Path) -> None:
    result = run_kgen(["ports", str(repository)])
    assert result.out == "0 ports of the node port range, 0 ports of pods on their nodes; 0 are in conflict.\n"


def test_a_conflict_is_the_exit_code(shop: Path) -> None:
    (shop / "web" / "more.yaml").write_text(_API.replace("30001", "30000"))
    result = run_kgen(["ports", "web"])
    assert result.code == 1
    assert "Service shop/api (web/more.yaml:8)\n" in result.out
    assert "2 are in conflict." in result.out


@pytest.mark.usefixtures("shop")
def test_a_path_narrows_what_is_listed_and_not_what_is_taken() -> None:
    result = json.loads(run_kgen(["ports", "web", "--free", "1", "--output-format", "json"]).out)
    assert [(each["number"], each["path"]) for each in result["ports"]] == [(30000, "web/all.yaml")]
    assert result["free"] == [{"number": 30002, "band": "static"}]


def test_paths_are_shown_from_where_one_stands(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shop / "web")
    result = json.loads(run_kgen(["ports", "..", "--output-format", "json"]).out)
    assert [each["path"] for each in result["ports"]] == ["../agent/all.yaml", "all.yaml", "../api/all.yaml"]


@pytest.mark.usefixtures("shop")
def test_proposes_ports_of_the_static_band_before_others() -> None:
    result = run_kgen(["ports", "--free", "16", "--node-port-range", "30000-30031"])
    assert result.out.splitlines()[-3:] == [
        "Free in the static band 30000-30015: " + " ".join(map(str, range(30002, 30016))),
        "Free in the dynamic band 30016-30031, which the API server also hands out by itself: 30016 30017",
        "2 ports of the node port range, 1 port of pods on their nodes; 0 are in conflict.",
    ]


@pytest.mark.usefixtures("shop")
def test_says_when_too_few_are_left() -> None:
    result = run_kgen(["ports", "--free", "3", "--node-port-range", "30000-30003"])
    assert "Free in the static band 30000-30003: 30002 30003\nOnly 2 of 3 are free in 30000-30003\n" in result.out


def test_the_range_of_the_settings_holds(shop: Path) -> None:
    (shop / ".kgen.yaml").write_text("node-port-range: 30001-30040\n")
    result = json.loads(run_kgen(["ports", "--output-format", "json"]).out)
    assert result["node_port_range"] == [30001, 30040]
    assert [each["band"] for each in result["ports"]] == [None, "outside", "static"]


def test_what_the_cluster_has_is_taken(shop: Path) -> None:
    dump = shop.parent / "cluster.yaml"
    dump.write_text(_CLUSTER)
    result = run_kgen(["ports", "--used-by", str(dump), "--free", "1"])
    assert result.code == 0
    assert "30002   nodePort  static  Service infra/edge          443/TCP   cluster            -\n" in result.out
    assert "Free in the static band 30000-30085: 30003\n" in result.out


@pytest.mark.usefixtures("shop")
def test_the_cluster_may_come_from_standard_input() -> None:
    result = run_kgen(["ports", "--used-by", "-"], stdin=_CLUSTER.replace("30002", "30001"))
    assert result.code == 1
    assert "Service infra/edge (cluster)" in result.out


def test_lists_one_cluster(shop: Path) -> None:
    (shop / "clusters" / "prod").mkdir(parents=True)
    (shop / "clusters" / "prod" / "web.yaml").write_text(_FLUX)
    assert "30000   nodePort  static  prod     Service shop/web " in run_kgen(["ports"]).out
    result = json.loads(run_kgen(["ports", "--cluster", "prod", "--free", "1", "--output-format", "json"]).out)
    assert [(each["number"], each["cluster"]) for each in result["ports"]] == [(30000, "prod")]
    assert result["free"] == [{"number": 30002, "band": "static"}], "30001 may be of this cluster too"
    refused = run_kgen(["ports", "--cluster", "prdo"])
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "kgen: `prdo` is no cluster that the repository names\n  hint: those that it names: prod\n"


def test_files_that_cannot_be_read_are_counted(shop: Path) -> None:
    (shop / "chart.yaml").write_text("apiVersion: v1\nkind: Service\nspec: {{ .Values.spec }}\n")
    result = run_kgen(["ports", "web"])
    assert result.code == 0
    assert result.err.startswith("kgen: 1 file could not be read as YAML in full")


@pytest.mark.parametrize(
    ("argv", "stdin", "message"),
    [
        pytest.param(["--free", "0"], "", "`0` is no number from 1 to 65535", id="free of none"),
        pytest.param(["--free", "some"], "", "`some` is no number", id="free of a word"),
        pytest.param(["--node-port-range", "1"], "", "`1` is no range of ports", id="half a range"),
        pytest.param(["--output-format", "xml"], "", "invalid choice: 'xml'", id="an unknown format"),
        pytest.param(["--cluster", "prod"], "", "  hint: it names none", id="no clusters are named"),
        pytest.param(["--cluster-dump", "x"], "", "unknown flag `--cluster-dump`", id="an unknown flag"),
        pytest.param(["nowhere"], "", "no such file or directory: nowhere", id="a path that is not there"),
        pytest.param(["--used-by", "gone.json"], "", "`gone.json` in --used-by cannot be read", id="no dump"),
        pytest.param(["--used-by", "."], "", "`.` in --used-by cannot be read", id="a folder as dump"),
        pytest.param(["--used-by", "-"], "", "is no list of Kubernetes objects", id="an empty dump"),
        pytest.param(["--used-by", "-"], "NAME TYPE\n", "is no list of Kubernetes objects", id="kubectl's table"),
        pytest.param(["--used-by", "-"], "{\n", "`standard input:2:1` cannot be read", id="half a dump"),
        pytest.param(["--used-by", "-"], _AGENT, "`standard input` holds no Service", id="a dump of something else"),
    ],
)
@pytest.mark.usefixtures("shop")
def test_refuses(argv: list[str], stdin: str, message: str) -> None:
    result = run_kgen(["ports", *argv], stdin)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
