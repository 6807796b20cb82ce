"""Charts rendered by a real helm: their units, objects and places."""

from pathlib import Path

import pytest

from kgen.gitops.helm.chart import charts
from kgen.gitops.helm.chart_units import chart_units
from kgen.gitops.helm.render import Helm, Release, RenderedChart, render_chart
from kgen.gitops.kustomize.files import Files
from kgen.gitops.unit import Unit
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.version import NEWEST
from kgen.syntax.node import Node
from kgen.syntax.source import Source
from tests.gitops.kustomize.rendering import sections, write
from tests.helm import HELM, needs_helm

pytestmark = needs_helm

_CHART = """\
=== web/Chart.yaml
apiVersion: v2
name: web
version: 1.0.0
=== web/values.yaml
port: 80
=== web/templates/_helpers.tpl
{{- define "web.labels" -}}
app: {{ .Release.Name }}
{{- end }}
=== web/templates/service.yaml
apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec:
  selector:
    {{- include "web.labels" . | nindent 4 }}
  ports:
    - port: {{ .Values.port }}
=== web/templates/tests/pod.yaml
apiVersion: v1
kind: Pod
metadata:
  name: test
  annotations: {helm.sh/hook: test}
"""


def _sources(root: Path, files: str) -> tuple[Source, ...]:
    write(root, sections(files))
    found = sorted(path for path in root.rglob("*.yaml") if path.is_file())
    return tuple(Source(path.relative_to(root).as_posix(), path.read_bytes()) for path in found)


def _units(root: Path, files: str) -> list[Unit]:
    sources = _sources(root, files)
    return list(chart_units(Helm(HELM, NEWEST), Files(root, sources), sources))


def _rendered(root: Path, files: str, release: Release) -> RenderedChart:
    sources = _sources(root, files)
    return render_chart(Helm(HELM, NEWEST), Files(root, sources), next(charts(sources)), release)


def _place(node: Node) -> tuple[str, int]:
    return node.source.path, node.span.line


def _only(unit: Unit) -> Resource:
    assert len(unit.resources) == 1, unit.problems
    return unit.resources[0]


def test_a_chart_is_a_unit_whose_values_know_their_template(tmp_path: Path) -> None:
    (unit,) = _units(tmp_path, _CHART)
    service = _only(unit)
    node = service.node
    assert (unit.name, str(unit.kind), unit.folder, unit.is_complete) == ("web", "Helm chart", "web", True)
    assert (str(service), service.namespace) == ("Service `web`", None)
    assert _place(service.name_node) == ("web/templates/service.yaml", 4)
    assert _place(node["spec"]["selector"]["app"]) == ("web/templates/service.yaml", 8)
    assert _place(node["spec"]["ports"][0]["port"]) == ("web/templates/service.yaml", 10)
    assert "web/templates/service.yaml" in unit.sources


def test_each_values_file_beside_it_makes_another_unit(tmp_path: Path) -> None:
    values = "=== web/values-prod.yaml\nport: 8080\n=== web/ci/tls-values.yaml\nport: 443\n=== web/other.yaml\na: 1\n"
    found = {
        unit.name: _only(unit).node["spec"]["ports"][0]["port"].value for unit in _units(tmp_path, _CHART + values)
    }
    assert found == {"web": 80, "web (ci/tls-values.yaml)": 443, "web (values-prod.yaml)": 8080}


def test_a_library_is_no_unit(tmp_path: Path) -> None:
    assert _units(tmp_path, "=== lib/Chart.yaml\napiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n") == []


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param(
            "=== web/templates/a.yaml\n" + '{{ required "a port is needed" .Values.publicPort }}\n',
            "execution error at (web/templates/a.yaml:1:3): a port is needed",
            id="what the chart demands",
        ),
        pytest.param(
            "=== web/templates/a.yaml\n" + '{{ include "none" . }}\n',
            'no template "none" associated',
            id="what it lacks",
        ),
        pytest.param(
            "=== web/Chart.yaml\napiVersion: v2\nname: web\nversion: 1.0.0\ndependencies: [{name: db, version: 1.x}]\n",
            "chart `db` is not in `charts/`, and kgen reads nothing from the network",
            id="a chart that is not there",
        ),
    ],
)
def test_a_chart_that_cannot_be_rendered_says_why(tmp_path: Path, files: str, message: str) -> None:
    (unit,) = _units(tmp_path, _CHART + files)
    (problem,) = unit.problems
    assert message in problem.message
    assert unit.resources == ()
    assert unit.sources == frozenset()


def test_a_release_has_a_name_a_namespace_values_and_parameters(tmp_path: Path) -> None:
    release = Release("shop", "prod", (b"port: 81\n", b"port: 82\n"), ("port=83",))
    (service,) = _rendered(tmp_path, _CHART.replace("  namespace: {{ .Release.Namespace }}\n", ""), release).objects
    plain = service.plain()
    assert isinstance(plain, dict)
    assert plain["metadata"] == {"name": "shop", "namespace": "prod"}
    assert plain["spec"] == {"selector": {"app": "shop"}, "ports": [{"port": 83}]}


@pytest.mark.parametrize(
    ("release", "message"),
    [
        pytest.param(Release("--post-renderer=sh"), "`--post-renderer=sh` is no name for a release", id="a flag"),
        pytest.param(Release("Shop"), "`Shop` is no name for a release", id="capitals"),
        pytest.param(Release(54 * "a"), f"`{54 * 'a'}` is no name for a release", id="too long"),
        pytest.param(Release("shop", "a b"), "`a b` is no namespace", id="no namespace"),
        pytest.param(
            Release("shop", values=(b"- a",)),
            "failed to parse values-0.yaml",
            id="no values",
        ),
    ],
)
def test_a_release_that_there_cannot_be(tmp_path: Path, release: Release, message: str) -> None:
    (problem,) = _rendered(tmp_path, _CHART, release).problems
    assert problem.message.startswith(message)


def test_included_charts_are_rendered_and_known_by_their_templates(tmp_path: Path) -> None:
    files = """\
=== app/Chart.yaml
apiVersion: v2
name: app
version: 1.0.0
dependencies:
- {name: web, alias: shop, version: 1.x.x, repository: "file://../web"}
"""
    app = next(unit for unit in _units(tmp_path, files + _CHART) if unit.name == "app")
    assert _place(_only(app).name_node) == ("web/templates/service.yaml", 4)
    assert _only(app).node["spec"]["ports"][0]["port"].value == 80


def test_a_cluster_and_the_network_are_out_of_reach(tmp_path: Path) -> None:
    template = """\
=== web/templates/service.yaml
apiVersion: v1
kind: ConfigMap
metadata: {name: web}
data:
  cluster: {{ lookup "v1" "Namespace" "" "default" | toJson | quote }}
  address: {{ getHostByName "localhost" | quote }}
"""
    (unit,) = _units(tmp_path, _CHART + template)
    assert _only(unit).node["data"].value == {"cluster": "{}", "address": ""}
