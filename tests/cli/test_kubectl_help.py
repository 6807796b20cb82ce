"""`--help` of the commands taken from kubectl, and what the groups `create` and `create service` answer."""

import shlex
from pathlib import Path

import pytest

from kgen.cli.kubectl import create_deployment, create_ingress, create_service, expose, run
from kgen.cli.kubectl.command import Command, parse_flags
from kgen.cli.kubectl.flag_help import undescribed
from kgen.kubernetes.version import NEWEST_MINOR, OLDEST_MINOR, KubernetesVersion
from tests.running import run_kgen

LEAVES = [
    create_deployment.COMMAND,
    create_ingress.COMMAND,
    *[create_service.command(kind) for kind in ("clusterip", "nodeport", "loadbalancer", "externalname")],
    expose.COMMAND,
    run.COMMAND,
]
DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template: {spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]}}
"""
each_leaf = pytest.mark.parametrize("command", LEAVES, ids=lambda command: command.path)


@each_leaf
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_is_no_error(command: Command, flag: str) -> None:
    result = run_kgen([*command.path.split(), "ignored", flag])
    assert (result.code, result.err) == (0, "")
    assert f"\nUsage: kgen {command.path} " in result.out
    assert "Nothing is sent anywhere" in result.out


@each_leaf
def test_examples_run(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "apps").mkdir()
    for file in ("deployment.yaml", "apps/web.yml"):
        (tmp_path / file).write_text(DEPLOYMENT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page = run_kgen([*command.path.split(), "--help"]).out
    examples = page.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    results = [run_kgen(shlex.split(example)[1:]) for example in examples]
    assert results
    assert [(result.code, result.err) for result in results] == [(0, "")] * len(results)


@each_leaf
@pytest.mark.parametrize("minor", [OLDEST_MINOR, NEWEST_MINOR])
def test_every_flag_is_described(command: Command, minor: int) -> None:
    flags = parse_flags(command.path, command.flags(minor), [], KubernetesVersion(minor))
    assert undescribed(flags) == []


@each_leaf
def test_lines_fit_a_wide_terminal(command: Command) -> None:
    page = run_kgen([*command.path.split(), "--help"]).out
    assert [line for line in page.splitlines() if len(line) > 120] == []


def test_create_help_lists_the_kinds() -> None:
    result = run_kgen(["create", "--help"])
    assert (result.code, result.err) == (0, "")
    assert all(kind in result.out for kind in ("service", "deployment", "ingress"))


def test_create_service_help_is_what_it_prints_without_a_type() -> None:
    asked, missing = run_kgen(["create", "service", "-h"]), run_kgen(["create", "service"])
    assert (asked.code, asked.err) == (0, "")
    assert (missing.code, missing.out, missing.err) == (1, "", asked.out)


@pytest.mark.parametrize(
    ("argv", "code", "message"),
    [
        pytest.param(["create"], 1, "error: must specify one of -f and -k\n", id="create alone"),
        pytest.param(
            ["create", "--bogus"],
            1,
            "error: unknown flag: --bogus\nSee 'kubectl create --help' for usage.\n",
            id="unknown flag of create",
        ),
        pytest.param(
            ["create", "-o"],
            1,
            "error: flag needs an argument: 'o' in -o\nSee 'kubectl create --help' for usage.\n",
            id="flag of create without its value",
        ),
        pytest.param(
            ["create", "service", "-o", "yaml"],
            1,
            "error: unknown shorthand flag: 'o' in -o\nSee 'kubectl create service --help' for usage.\n",
            id="create service prints nothing, so has no -o",
        ),
        pytest.param(
            ["create", "configmap", "x", "--from-literal=a=b"],
            2,
            "kgen: kgen does not generate `configmap`\n"
            "  hint: `kgen create` makes a service, a deployment or an ingress\n",
            id="another kind, whatever its flags",
        ),
        pytest.param(
            ["create", "-f", "pod.yaml"],
            2,
            "kgen: `create -f` sends a manifest to a cluster, and kgen never contacts one\n  hint: try `kgen lint`\n",
            id="a file to send",
        ),
    ],
)
def test_group_mistakes(argv: list[str], code: int, message: str) -> None:
    result = run_kgen(argv)
    assert (result.code, result.out, result.err) == (code, "", message)
