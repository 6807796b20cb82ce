"""`kgen pod`: the bytes of `kubectl run` in short, refused where the API server would refuse."""

from pathlib import Path

import pytest

from tests.running import Result, run_kgen


@pytest.mark.parametrize(
    ("short", "kubectl"),
    [
        pytest.param(
            ["hello-nginx", "--image", "nginx", "--port", "80"],
            ["hello-nginx", "--image=nginx", "--port=80"],
            id="the seed's",
        ),
        pytest.param(
            ["x", "--image", "i", "-l", "b=1", "-l", "a=2,c=3"], ["x", "--image=i", "--labels=a=2,b=1,c=3"], id="labels"
        ),
        pytest.param(
            ["x", "--image", "i", "--env", "A=1,2", "-n", "shop"],
            ["x", "--image=i", "--env=A=1,2", "-n", "shop"],
            id="environment, namespace",
        ),
        pytest.param(["x", "--image", "i", "--", "a", "-b"], ["x", "--image=i", "--", "a", "-b"], id="arguments"),
    ],
)
@pytest.mark.parametrize("output", ["yaml", "json", "kyaml", "name"])
@pytest.mark.parametrize("version", ["1.35", "1.37"])
def test_prints_what_kubectl_prints(short: list[str], kubectl: list[str], output: str, version: str) -> None:
    flags = [f"--kubernetes-version={version}", "-o", output]
    assert run_kgen(["pod", *flags, *short]) == run_kgen(["run", *flags, *kubectl])


def test_several_ports() -> None:
    result = run_kgen(["pod", "x", "--image", "i", "--port", "80,81", "--port", "82"])
    assert "    ports:\n    - containerPort: 80\n    - containerPort: 81\n    - containerPort: 82\n" in result.out


def test_clean_leaves_out_what_the_server_fills_in() -> None:
    result = run_kgen(["pod", "x", "--image", "i", "--clean", "--kubernetes-version=1.32"])
    assert "creationTimestamp" not in result.out
    assert "status" not in result.out
    assert result.out.endswith("  restartPolicy: Always\n")


def test_writes_a_file(tmp_path: Path) -> None:
    file = tmp_path / "pod.yaml"
    argv = ["pod", "x", "--image", "i"]
    assert run_kgen([*argv, "-o", str(file)]) == Result(0, "", "")
    assert file.read_text(encoding="utf-8") == run_kgen(argv).out


SUBDOMAIN = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.'"


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["X", "--image", "i"], f'* metadata.name: Invalid value: "X": {SUBDOMAIN}', id="name"),
        pytest.param(
            ["a.b", "--image", "i"],
            'The Pod "a.b" is invalid: spec.containers[0].name: Invalid value: "a.b": must not contain dots',
            id="the container's name",
        ),
        pytest.param(
            ["x", "--image", "i", "--port", "70000"],
            'The Pod "x" is invalid: spec.containers[0].ports[0].containerPort: Invalid value: 70000: '
            "must be between 1 and 65535, inclusive",
            id="port",
        ),
        pytest.param(
            ["x", "--image", "i", "--port", "0"],
            'The Pod "x" is invalid: spec.containers[0].ports[0].containerPort: Required value',
            id="port 0",
        ),
        pytest.param(
            ["x", "--image", "i", "-l", "a=b!"],
            'The Pod "x" is invalid: metadata.labels: Invalid value: "b!": a valid label must be',
            id="label",
        ),
        pytest.param(
            ["x", "--image", "i", "-n", "A"],
            'The Pod "x" is invalid: metadata.namespace: Invalid value: "A"',
            id="namespace",
        ),
    ],
)
def test_refused_by_the_api_server(argv: list[str], message: str) -> None:
    result = run_kgen(["pod", *argv])
    assert (result.code, result.out) == (1, "")
    assert message in result.err


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["x"], "kgen: `kgen pod` needs an image\n", id="no image"),
        pytest.param(["x", "--image", "N"], "kgen: `N` is no image reference\n", id="image"),
        pytest.param(["x", "--image", "i", "--port", "http"], "kgen: `http` in --port is no port number\n", id="port"),
        pytest.param(["--image", "i"], "kgen: exactly one NAME is required, got 0\n", id="no name"),
        pytest.param(["x", "--imgae", "i"], "did you mean `--image`?\n", id="flag"),
        pytest.param(["x", "--image", "i", "-l", "a"], "kgen: `a` in --label is no KEY=VALUE\n", id="label"),
    ],
)
def test_wrong_usage(argv: list[str], message: str) -> None:
    result = run_kgen(["pod", *argv])
    assert (result.code, result.out) == (2, "")
    assert message in result.err
