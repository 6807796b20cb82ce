"""`kgen service` in a repository: what `--for` and `--node-port auto` take from the manifests that stand there."""

from pathlib import Path

import pytest

from tests.running import run_kgen

DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web, tier: front}}
    spec:
      containers:
        - name: web
          image: nginx
          ports: [{name: http, containerPort: 8080}, {containerPort: 5353, protocol: UDP}]
"""
TAKEN = """\
apiVersion: v1
kind: Service
metadata: {name: taken}
spec: {type: NodePort, ports: [{name: a, port: 80, nodePort: 30000}, {name: b, port: 81, nodePort: 30002}]}
"""


@pytest.fixture(autouse=True)
def _manifests(repository: Path) -> None:
    (repository / "deployment.yaml").write_text(DEPLOYMENT, encoding="utf-8")
    (repository / "clusters").mkdir()
    (repository / "clusters" / "taken.yaml").write_text(TAKEN, encoding="utf-8")


def test_for_takes_selector_and_ports() -> None:
    result = run_kgen(["service", "web", "--for", "deployment/web", "--clean"])
    assert result.out.endswith(
        "spec:\n"
        "  ports:\n"
        "  - name: http\n    port: 8080\n    protocol: TCP\n    targetPort: http\n"
        '  - name: "5353"\n    port: 5353\n    protocol: UDP\n    targetPort: 5353\n'
        "  selector:\n    app: web\n"
        "  type: ClusterIP\n"
    )


def test_ports_given_stand_before_those_of_the_workload() -> None:
    result = run_kgen(["service", "web", "--for", "deploy/web", "--tcp", "80:http"])
    assert "name: 80-http\n    port: 80\n    protocol: TCP\n    targetPort: http\n  selector" in result.out


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["--for", "deployment/wbe"], "did you mean `deployment/web`?", id="no such workload"),
        pytest.param(["--for", "web"], "web", id="no kind"),
        pytest.param(["--for", "deployment/web", "--tcp", "80:htpp"], "named ports: `http`", id="no such port"),
    ],
)
def test_for_refuses(argv: list[str], message: str) -> None:
    result = run_kgen(["service", "web", *argv])
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_auto_takes_the_lowest_ports_free_in_the_whole_repository() -> None:
    result = run_kgen(["service", "web", "--tcp", "80,81,82", "--node-port", "auto"])
    assert [line.strip() for line in result.out.splitlines() if "nodePort" in line] == [
        "nodePort: 30001",
        "nodePort: 30003",
        "nodePort: 30004",
    ]


def test_auto_stays_clear_of_ports_on_the_same_command_line() -> None:
    result = run_kgen(["service", "web", "-p", "a=30001:80:80", "-p", "b=auto:81:81"])
    assert "nodePort: 30003\n    port: 81" in result.out


def test_no_port_left_in_the_static_band() -> None:
    result = run_kgen(["service", "web", "--tcp", "80", "--node-port", "auto", "--node-port-range", "30000-30000"])
    assert result.code == 2
    assert "30000" in result.err


def test_output_file_is_written_once_and_never_over_another(repository: Path) -> None:
    argv = ["service", "web", "--tcp", "80", "-o", "service.yaml"]
    assert run_kgen(argv).code == 0
    written = (repository / "service.yaml").read_text(encoding="utf-8")
    assert written == run_kgen(argv[:4]).out
    again = run_kgen([*argv[:2], "--tcp", "81", "-o", "service.yaml"])
    assert again.code == 2
    assert "`service.yaml` exists" in again.err
    assert (repository / "service.yaml").read_text(encoding="utf-8") == written


def test_configuration_gives_version_and_range(repository: Path) -> None:
    (repository / ".kgen.yaml").write_text(
        'kubernetes-version: "1.32"\nnode-port-range: 20000-20010\n', encoding="utf-8"
    )
    result = run_kgen(["service", "web", "--tcp", "80", "--node-port", "20005"])
    assert result.code == 0
    assert "creationTimestamp: null" in result.out
    assert "nodePort: 20005" in result.out


def test_a_generated_service_lints_clean() -> None:
    run_kgen(["service", "web", "--for", "deployment/web", "--node-port", "auto", "-o", "service.yaml"])
    result = run_kgen(["lint"])
    assert (result.code, result.out) == (0, "")
