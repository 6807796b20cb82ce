"""Charts on the command line, with helm and without."""

import os
from pathlib import Path

import pytest

from tests.gitops.kustomize.rendering import sections, write
from tests.helm import HELM, needs_helm
from tests.running import run_kgen

_CHART = """\
=== web/Chart.yaml
apiVersion: v2
name: web
version: 1.0.0
=== web/values.yaml
port: 80
=== web/values-prod.yaml
port: 90000
=== web/templates/service.yaml
apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
spec:
  selector: {app: web}
  ports:
    - port: {{ .Values.port }}
      targetPort: htpp
=== web/templates/deployment.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: nginx:1.27
          ports:
            - name: http
              containerPort: 80
"""
_SECRET = """\
=== web/templates/secret.yaml
apiVersion: v1
kind: Secret
metadata: {name: web}
stringData:
  password: {{ "swordfish" | quote }}
  port: {{ .Values.port }}
"""


@pytest.fixture(autouse=True)
def chart(repository: Path) -> Path:
    """A repository with a chart."""
    write(repository, sections(_CHART))
    return repository


def _lint(*arguments: str) -> tuple[list[str], str]:
    result = run_kgen(["lint", "--output-format", "concise", *arguments])
    return result.out.splitlines(), result.err


def test_without_helm_a_chart_is_only_counted() -> None:
    findings, summary = _lint()
    assert findings == []
    assert "(1 chart not rendered)" in summary


@needs_helm
def test_with_helm_findings_point_at_the_template() -> None:
    findings, summary = _lint("--helm", HELM)
    port, target_port = findings
    assert port.startswith("web/templates/service.yaml:8:13: error[port-out-of-range] port `90000` of Service `web` ")
    assert port.endswith(" (in web (values-prod.yaml), not in web)")
    assert target_port.startswith(
        "web/templates/service.yaml:9:19: error[target-port-name-missing] target port `htpp` "
    )
    assert "not rendered" not in summary


@needs_helm
def test_a_chart_that_helm_refuses_is_no_finding_but_counted(chart: Path) -> None:
    write(chart, {"web/templates/a.yaml": '{{ required "a port is needed" .Values.publicPort }}\n'})
    findings, summary = _lint("--helm", HELM)
    assert findings == []
    assert "(1 chart not rendered)" in summary


@needs_helm
def test_a_finding_names_the_values_that_show_it() -> None:
    result = run_kgen(["lint", "--helm", HELM, "--select", "port-out-of-range"])
    assert "= units: in web (values-prod.yaml), not in web\n" in result.out


@needs_helm
def test_a_comment_in_a_template_turns_a_finding_off(chart: Path) -> None:
    service = chart / "web" / "templates" / "service.yaml"
    service.write_text(service.read_text().replace("htpp", "htpp  # kgen: ignore[target-port-name-missing] later"))
    (chart / "web" / "values-prod.yaml").unlink()
    assert _lint("--helm", HELM)[0] == []
    assert _lint("--helm", "")[0] == [], "what a comment turns off is not known without helm"


@needs_helm
def test_a_fix_is_made_in_the_template(chart: Path) -> None:
    (chart / "web" / "values-prod.yaml").unlink()
    run_kgen(["lint", "--helm", HELM, "--fix", "--unsafe-fixes"])
    assert "      targetPort: http\n" in (chart / "web" / "templates" / "service.yaml").read_text()


@needs_helm
@pytest.mark.parametrize(
    ("version", "expected"),
    [
        pytest.param("policy/v1beta1", 1, id="it is written there"),
        pytest.param('{{ printf "policy/%s" "v1beta1" }}', 0, id="an action gives it"),
        pytest.param(
            '{{ if .Capabilities.APIVersions.Has "policy/v1beta1" }}policy/v1beta1{{ else }}policy/v1{{ end }}',
            0,
            id="the cluster decides: helm alone knows old APIs too",
        ),
    ],
)
def test_a_removed_api_is_reported_of_a_template_that_always_has_it(chart: Path, version: str, expected: int) -> None:
    budget = "apiVersion: %s\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec: {maxUnavailable: 1}\n"
    write(chart, {"web/templates/pdb.yaml": budget % version})
    assert len(_lint("--helm", HELM, "--select", "removed-api")[0]) == expected


@needs_helm
def test_the_values_of_a_secret_are_not_shown(chart: Path) -> None:
    write(chart, sections(_SECRET))
    result = run_kgen(["lint", "--helm", HELM])
    assert "`stringData.port` of Secret `web` takes a string, not a number" in result.out
    assert "swordfish" not in result.out


@needs_helm
@pytest.mark.parametrize(
    ("settings", "environment", "flags", "renders"),
    [
        pytest.param("", HELM, [], True, id="KGEN_HELM names it"),
        pytest.param("", HELM, ["--helm", ""], False, id="a flag goes before it"),
        pytest.param("", "", ["--helm", HELM], True, id="so does one that names it"),
        pytest.param("", None, [], True, id="it is on PATH"),
        pytest.param("helm: false\n", None, [], False, id="the configuration does not want it"),
        pytest.param("helm: false\n", None, ["--helm", HELM], True, id="a flag wants it all the same"),
    ],
)
def test_who_says_whether_helm_is_run(
    chart: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: str,
    environment: str | None,
    flags: list[str],
    renders: bool,
) -> None:
    (chart / ".kgen.yaml").write_text(settings)
    monkeypatch.setenv("PATH", str(Path(HELM).resolve().parent), prepend=os.pathsep)
    if environment is None:
        monkeypatch.delenv("KGEN_HELM")
    else:
        monkeypatch.setenv("KGEN_HELM", environment)
    assert bool(_lint(*flags)[0]) is renders


def test_a_helm_that_is_not_there() -> None:
    result = run_kgen(["lint", "--helm", "./helm"])
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("kgen: there is no helm at `./helm`\n")


def test_the_configuration_names_no_program(chart: Path) -> None:
    (chart / ".kgen.yaml").write_text("helm: ./helm\n")
    result = run_kgen(["lint"])
    assert (result.code, result.err) == (2, "kgen: .kgen.yaml:1:7: `helm` takes true or false, not `./helm`, a text\n")


@needs_helm
def test_render_prints_the_objects_of_a_chart() -> None:
    release = ["--release", "shop", "-n", "prod", "-f", "web/values-prod.yaml"]
    result = run_kgen(["render", "web", "--helm", HELM, *release])
    service = "  name: shop\n  namespace: prod\nspec:\n  ports:\n  - port: 90000\n    targetPort: htpp\n"
    assert (result.code, result.err) == (0, "")
    assert service in result.out


@needs_helm
def test_render_says_which_line_of_which_template_gave_a_line() -> None:
    result = run_kgen(["render", "web", "--helm", HELM, "--explain"])
    assert "  - port: 80  # web/templates/service.yaml:8:13\n" in result.out
    assert "    targetPort: htpp  # web/templates/service.yaml:9:19\n" in result.out


@needs_helm
def test_render_says_what_helm_refuses(chart: Path) -> None:
    write(chart, sections('=== web/templates/a.yaml\n{{ required "a port is needed" .Values.publicPort }}\n'))
    result = run_kgen(["render", "web", "--helm", HELM])
    assert (result.code, result.out) == (1, "")
    assert result.err == "kgen: web/Chart.yaml:1:1: execution error at (web/templates/a.yaml:1:3): a port is needed\n"


def test_render_needs_helm_for_a_chart() -> None:
    result = run_kgen(["render", "web"])
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("kgen: `web` is a Helm chart\n")
