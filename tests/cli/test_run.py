"""`kgen run`: kubectl's own command line, as it was until 1.36 and as it is since 1.37."""

import pytest

from tests.running import Result, run_kgen

USAGE = "\nSee 'kubectl run -h' for help and examples"
CONTROL = "error: yaml: control characters are not allowed\n"


def run(version: str, *argv: str) -> Result:
    return run_kgen(["run", f"--kubernetes-version={version}", *argv])


@pytest.mark.parametrize(
    ("argv", "container"),
    [
        pytest.param(["--port=80"], "  - image: i\n    name: x\n    ports:\n    - containerPort: 80\n", id="port"),
        pytest.param(["--port=4294967376"], "    - containerPort: 80\n", id="a port keeps its low 32 bits"),
        pytest.param(["a", "--", "b"], "  - args:\n    - a\n    - b\n", id="arguments on both sides of --"),
        pytest.param(["--command", "--", "a"], "  - command:\n    - a\n", id="a command"),
        pytest.param(["--command"], "  - image: i\n    name: x\n    resources: {}\n", id="a command of nothing"),
        pytest.param(
            ["--env=A=1", "--env=B=", "--env=A=a,b"],
            '  - env:\n    - name: A\n      value: "1"\n    - name: B\n    - name: A\n      value: a,b\n',
            id="environment in order, commas kept, empty values left out",
        ),
        pytest.param(["--env=A=a\r\nb"], "    - name: A\n      value: |-\n        a\n        b\n", id="CRLF"),
        pytest.param(["--env="], "  - image: i\n    name: x\n    resources: {}\n", id="one empty variable is none"),
        pytest.param(
            ["--privileged", "--image-pull-policy=Never"],
            "    imagePullPolicy: Never\n    name: x\n    resources: {}\n"
            "    securityContext:\n      privileged: true\n",
            id="privileges and pull policy",
        ),
        pytest.param(
            ["-it", "--attach=false"],
            "    resources: {}\n    stdin: true\n    stdinOnce: true\n    tty: true\n",
            id="a terminal without attaching to it",
        ),
        pytest.param(
            ["-i", "--attach=false", "--leave-stdin-open"],
            "    resources: {}\n    stdin: true\n  dns",
            id="stdin stays",
        ),
    ],
)
@pytest.mark.parametrize("version", ["1.32", "1.37"])
def test_container(argv: list[str], container: str, version: str) -> None:
    result = run(version, "x", "--image=i", *argv)
    assert (result.code, result.err) == (0, "")
    assert container in result.out


def test_name_may_stand_behind_the_dashes() -> None:
    result = run("1.37", "--image=i", "--", "a", "b")
    assert "  name: a\n" in result.out
    assert "  - args:\n    - b\n" in result.out


SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: x
spec:
  ports:
  - port: 80
    protocol: TCP
    targetPort: 80
  selector:
    run: x
status:
  loadBalancer: {}
"""
POD = """\
apiVersion: v1
kind: Pod
metadata:
  labels:
    run: x
  name: x
spec:
  containers:
  - image: i
    name: x
    ports:
    - containerPort: 80
    resources: {}
  dnsPolicy: ClusterFirst
  restartPolicy: Always
status: {}
"""


@pytest.mark.parametrize(
    ("version", "output", "expected"),
    [
        pytest.param("1.36", "yaml", f"{SERVICE}---\n---\n{POD}", id="Service first, two separators"),
        pytest.param("1.36", "YAML", f"{SERVICE}---\n{POD}", id="the second separator minds the case"),
        pytest.param("1.37", "yaml", f"{POD}---\n{SERVICE}", id="Pod first, one separator"),
        pytest.param("1.36", "name", "service/x\npod/x\n", id="names in the old order"),
        pytest.param("1.37", "name", "pod/x\nservice/x\n", id="names in the new order"),
        pytest.param("1.37", "", "pod/x created (dry run)\nservice/x created (dry run)\n", id="said"),
    ],
)
def test_expose(version: str, output: str, expected: str) -> None:
    assert run(version, "x", "--image=i", "--port=80", "--expose", "-o", output) == Result(0, expected, "")


def test_expose_prints_the_chosen_labels_on_both() -> None:
    result = run("1.37", "x", "--image=i", "--port=80", "--expose", "-l", "b=1,a=")
    assert result.out.count('  labels:\n    a: ""\n    b: "1"\n') == 2
    assert '  selector:\n    a: ""\n    b: "1"\n' in result.out


@pytest.mark.parametrize(
    ("version", "flag", "expected"),
    [
        pytest.param("1.36", "--annotations=a=\x7f", f"{SERVICE}---\n---\n", id="Pod refused behind its Service"),
        pytest.param("1.37", "--annotations=a=\x7f", f"---\n{SERVICE}", id="Service printed all the same"),
        pytest.param("1.36", "--namespace=\x7f", "---\n", id="both refused"),
    ],
)
def test_what_cannot_be_printed(version: str, flag: str, expected: str) -> None:
    assert run(version, "x", "--image=i", "--port=80", "--expose", flag) == Result(1, expected, CONTROL)


@pytest.mark.parametrize(
    ("argv", "old", "new"),
    [
        pytest.param([], "NAME is required for run" + USAGE, "NAME is required for run", id="no name"),
        pytest.param(["x", "--image="], "--image is required", "--image is required", id="empty image"),
        pytest.param(
            ["x", "--image=N"],
            'Invalid image name "N": invalid reference format',
            'invalid image name "N": invalid reference format',
            id="image",
        ),
        pytest.param(
            ["x", "--port=http"],
            'strconv.Atoi: parsing "http": invalid syntax',
            "--port must be a number",
            id="port is no number",
        ),
        pytest.param(
            ["x", "--restart=never"],
            "invalid restart policy: never" + USAGE,
            "invalid restart policy: never, valid values are: Always, OnFailure, Never",
            id="restart policy",
        ),
        pytest.param(
            ["x", "--image-pull-policy=x"],
            "invalid image pull policy: x" + USAGE,
            "invalid image pull policy: x, valid values are: Always, IfNotPresent, Never",
            id="pull policy",
        ),
        pytest.param(
            ["x", "--expose"],
            "--port must be set when exposing a service" + USAGE,
            "--port must be set when exposing a service",
            id="expose without a port",
        ),
        pytest.param(
            ["x", "-t"],
            "-i/--stdin is required for containers with -t/--tty=true" + USAGE,
            "-i/--stdin is required for containers with -t/--tty=true",
            id="terminal without stdin",
        ),
        pytest.param(
            ["x", "--env=A", "--labels=a"], "invalid env: A", "unexpected label spec: a", id="labels came after env"
        ),
        pytest.param(
            ["x", "--image=N", "--env=A"],
            'Invalid image name "N": invalid reference format',
            "invalid env: A",
            id="values are checked before the image now",
        ),
        pytest.param(
            ["x", "--cascade=x"],
            'invalid cascade value (x). Must be "background", "foreground", or "orphan"',
            'invalid cascade value (x). Must be "background", "foreground", or "orphan"',
            id="cascade",
        ),
    ],
)
def test_refused(argv: list[str], old: str, new: str) -> None:
    image = [] if any(each.startswith("--image=") for each in argv) else ["--image=i"]
    assert run("1.36", *image, *argv) == Result(1, "", f"error: {old}\n")
    assert run("1.37", *image, *argv) == Result(1, "", f"error: {new}\n")


def test_empty_name_is_refused_until_1_36() -> None:
    assert run("1.36", "", "--image=i").err == "error: Parameter: name is required\n"
    assert run("1.37", "", "--image=i").code == 0


@pytest.mark.parametrize(
    ("version", "flag", "warning"),
    [
        pytest.param("1.37", "--record=false", "Flag --record has been deprecated, --record will be", id="record"),
        pytest.param("1.37", "-fa", "Flag shorthand -f has been deprecated, it is ignored by", id="shorthand first"),
        pytest.param("1.37", "--filename=a", "Flag --filename has been deprecated, it is ignored by", id="file name"),
        pytest.param("1.30", "-R", "Flag --recursive has been deprecated, because it is not used", id="1.30"),
        pytest.param("1.36", "-R", "", id="silent in between"),
        pytest.param("1.36", "--cascade=1", "warning: --cascade=1 is deprecated (boolean value)", id="boolean cascade"),
    ],
)
def test_deprecated(version: str, flag: str, warning: str) -> None:
    result = run(version, "x", "--image=i", flag)
    assert result.code == 0
    assert result.err.startswith(warning)
    assert bool(result.err) == bool(warning)


def test_record_keeps_the_command_line_arguments_first() -> None:
    result = run(
        "1.37", "-n", "shop", "x", "--image=i", "--port", "80", "--expose", "--record", "-o", "json", "--", "a"
    )
    cause = "kubectl run x a --namespace=shop --image=i --port=80 --expose=true --record=true --output=json"
    assert result.out.count(f'"kubernetes.io/change-cause": "{cause}"') == 2
    assert result.out.count('"namespace": "shop"') == 2


def test_detach_keys_came_with_1_36() -> None:
    argv = ["x", "--image=i", "--detach-keys=ctrl-a"]
    assert run("1.36", *argv).code == 0
    assert run("1.35", *argv).err == "error: unknown flag: --detach-keys\nSee 'kubectl run --help' for usage.\n"


def test_attaching_needs_a_cluster() -> None:
    result = run("1.37", "x", "--image=i", "-it", "--rm")
    message = "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)"
    assert result == Result(1, "", f"error: {message}\n")
