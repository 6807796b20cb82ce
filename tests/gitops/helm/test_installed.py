"""Charts of the repository that Argo CD and Flux install, rendered by a real helm as they would."""

from pathlib import Path

import pytest

from kgen.config.model import Config
from kgen.gitops.unit import Unit
from kgen.gitops.units import units
from kgen.repository import from_sources
from kgen.syntax.source import Source
from tests.gitops.kustomize.rendering import sections, write
from tests.helm import HELM, needs_helm

pytestmark = needs_helm

_CHART = """\
=== charts/web/Chart.yaml
apiVersion: v2
name: web
version: 1.0.0
=== charts/web/values.yaml
port: 80
host: none
=== charts/web/templates/service.yaml
apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
  annotations: {host: "{{ .Values.host }}"}
spec:
  ports: [{port: {{ .Values.port }}}]
=== charts/web/more.yaml
port: 81
=== values/prod.yaml
port: 82
"""
_APPLICATION = """\
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop}
spec:
  destination: {namespace: prod}
  source:
    repoURL: https://example.com/shop.git
    path: charts/web
"""
_RELEASE = """\
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop, namespace: prod}
spec:
  chart:
    spec:
      chart: ./charts/web
      sourceRef: {kind: GitRepository, name: shop}
"""


def _units(root: Path, asking: str) -> list[Unit]:
    found = [Source(path.relative_to(root).as_posix(), path.read_bytes()) for path in sorted(root.rglob("*.yaml"))]
    repository = from_sources([*found, Source("shop.yaml", asking.encode())], root)
    return list(units(repository, Config(helm_program=HELM)))


def _unit(root: Path, asking: str) -> Unit:
    """What the object `shop` installs."""
    write(root, sections(_CHART))
    return next(unit for unit in _units(root, asking) if unit.name == "shop")


def _names(root: Path, asking: str) -> list[str]:
    return [unit.name for unit in _units(root, asking)]


def _shown(unit: Unit) -> str:
    (service,) = unit.resources
    (port,) = service.node["spec"]["ports"]
    host = service.node["metadata"]["annotations"]["host"]
    return f"{service.namespace}/{service.name} {host.value}:{port['port'].value}"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param("{}", "prod/shop none:80", id="called like the Application, in its namespace"),
        pytest.param("{releaseName: web}", "prod/web none:80", id="a name of its own"),
        pytest.param("{valueFiles: [more.yaml]}", "prod/shop none:81", id="a file beside the chart"),
        pytest.param(
            "{valueFiles: [more.yaml, ../../values/prod.yaml]}", "prod/shop none:82", id="files, the last wins"
        ),
        pytest.param("{valueFiles: [/values/prod.yaml]}", "prod/shop none:82", id="a file from the root"),
        pytest.param(
            "{valueFiles: [gone.yaml], ignoreMissingValueFiles: true}", "prod/shop none:80", id="a file that may lack"
        ),
        pytest.param("{valueFiles: [more.yaml], values: 'port: 83'}", "prod/shop none:83", id="values over files"),
        pytest.param(
            "{values: 'port: 83', valuesObject: {port: 84}}", "prod/shop none:84", id="an object, not the text"
        ),
        pytest.param(
            "{values: 'port: 3', parameters: [{name: port, value: 85}, {name: host, value: 'a,b', forceString: true}]}",
            "prod/shop a,b:85",
            id="parameters over all",
        ),
    ],
)
def test_an_application_with_the_options_for_helm(tmp_path: Path, options: str, expected: str) -> None:
    assert _shown(_unit(tmp_path, f"{_APPLICATION}    helm: {options}\n")) == expected


def test_values_that_another_source_lends(tmp_path: Path) -> None:
    asking = """\
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop}
spec:
  destination: {namespace: prod}
  sources:
  - {repoURL: https://example.com/shop.git, path: charts/web, helm: {valueFiles: [$here/values/prod.yaml]}}
  - {repoURL: https://example.com/shop.git, ref: here}
"""
    assert _shown(_unit(tmp_path, asking)) == "prod/shop none:82"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param("", "prod/shop none:80", id="called like the release, in its namespace"),
        pytest.param("  targetNamespace: eu\n", "eu/eu-shop none:80", id="in another namespace, which is in its name"),
        pytest.param("  targetNamespace: eu\n  releaseName: web\n", "eu/web none:80", id="a name of its own"),
        pytest.param("  values: {port: 83}\n", "prod/shop none:83", id="values"),
        pytest.param(
            "      valuesFiles: [charts/web/values.yaml, values/prod.yaml]\n",
            "prod/shop none:82",
            id="files, the last wins",
        ),
    ],
)
def test_a_helm_release(tmp_path: Path, spec: str, expected: str) -> None:
    assert _shown(_unit(tmp_path, _RELEASE + spec)) == expected


@pytest.mark.parametrize(
    ("asking", "reason"),
    [
        pytest.param(
            f"{_APPLICATION}    helm: {{valueFiles: [gone.yaml]}}\n",
            "`gone.yaml` does not exist",
            id="a file that lacks",
        ),
        pytest.param(
            f"{_APPLICATION}    helm: {{fileParameters: [{{name: a, path: b}}]}}\n",
            "`fileParameters` of Argo CD is not followed",
            id="parameters from files",
        ),
        pytest.param(
            f"{_APPLICATION}    helm: {{valueFiles: [$there/a.yaml]}}\n",
            "no source lends `$there`",
            id="no such source",
        ),
        pytest.param(
            f"{_RELEASE}  valuesFrom: [{{kind: Secret, name: a}}]\n",
            "`valuesFrom` of HelmReleases is not followed",
            id="values of a Secret",
        ),
        pytest.param(
            f"{_RELEASE}  postRenderers: [{{kustomize: {{}}}}]\n",
            "`postRenderers` of HelmReleases is not followed",
            id="what is patched afterwards",
        ),
        pytest.param(
            f"{_RELEASE}      valuesFiles: [values/prod.yaml]\n",
            "`valuesFiles` leave out the chart's own `values.yaml`",
            id="not the chart's own values",
        ),
    ],
)
def test_what_cannot_be_followed_is_not_rendered(tmp_path: Path, asking: str, reason: str) -> None:
    unit = _unit(tmp_path, asking)
    assert unit.resources == ()
    assert [(problem.message, problem.node and problem.node.source.path) for problem in unit.problems] == [
        (reason, "shop.yaml")
    ]


def test_a_chart_that_is_installed_is_not_looked_at_with_its_own_values_alone(tmp_path: Path) -> None:
    write(tmp_path, sections(_CHART + "=== charts/web/values-dev.yaml\nport: 86\n"))
    assert _names(tmp_path, _APPLICATION) == ["shop", "charts/web (values-dev.yaml)"]
    assert _names(tmp_path, "") == ["charts/web", "charts/web (values-dev.yaml)"]
