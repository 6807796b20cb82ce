"""How helm is run: what it gets to see, and what becomes of what it says."""

import json
import os
import sys
from pathlib import Path

import pytest

from kgen.gitops.helm.program import MOST_OUTPUT, Answer, Order, answer

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a script stands for helm here, and Windows starts none")

_FILES = {"chart/Chart.yaml": b"name: web\n", "values-0.yaml": b"a: 1\n"}


@pytest.fixture
def helm(tmp_path: Path) -> Path:
    """A program in the place of helm; its text is written by each test."""
    return tmp_path / "helm"


def _run(helm: Path, script: str) -> Answer:
    helm.write_text(f"#!{sys.executable} -I\nimport json, os, sys\n{script}\n")
    helm.chmod(0o755)
    return answer(str(helm), Order(script, ("web", "chart"), _FILES))


def test_it_gets_the_chart_and_its_arguments_alone(helm: Path) -> None:
    given = _run(helm, "print(json.dumps([sys.argv[1:], sorted(os.listdir()), open('chart/Chart.yaml').read()]))")
    arguments, files, text = json.loads(given.output)
    assert arguments == ["template", "web", "chart", "--skip-schema-validation"]
    assert files == ["chart", "messages", "values-0.yaml"]
    assert text == "name: web\n"


def test_it_sees_nothing_of_the_environment(helm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "KUBECONFIG", "HELM_REPOSITORY_CONFIG", "HELM_PLUGINS", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "secret")
    given = _run(helm, "print(json.dumps([os.getcwd(), dict(os.environ)]))")
    folder, environment = json.loads(given.output)
    assert "secret" not in environment.values()
    assert environment["HTTPS_PROXY"] == "http://127.0.0.1:9"
    for name in ("HOME", "KUBECONFIG", "HELM_CONFIG_HOME", "HELM_CACHE_HOME", "HELM_DATA_HOME", "HELM_PLUGINS"):
        assert os.path.realpath(environment[name]).startswith(os.path.realpath(folder) + os.sep)


def test_its_folder_is_gone_afterwards(helm: Path) -> None:
    given = _run(helm, "open('left', 'w').close(); print(os.getcwd(), end='')")
    assert given.output
    assert not Path(given.output).exists()


@pytest.mark.parametrize(
    ("script", "refusal"),
    [
        pytest.param(
            r"sys.exit('warning: old\nError: execution error at (a.yaml:1:3):\n  a is\n  missing\n\nUse --debug flag')",
            "execution error at (a.yaml:1:3): a is missing",
            id="its reason on one line, without what it says beside it",
        ),
        pytest.param(
            "sys.exit('Error: ' + os.getcwd() + '/chart/Chart.yaml is no chart')",
            "chart/Chart.yaml is no chart",
            id="without the folder that it ran in",
        ),
        pytest.param("sys.exit('Error: ' + 400 * 'x')", 299 * "x" + "…", id="a long reason is cut"),
        pytest.param(
            "sys.exit('Error: unknown flag: --skip-schema-validation')",
            "helm 3.16 or newer is needed",
            id="an old helm",
        ),
        pytest.param(
            f"sys.stdout.write({MOST_OUTPUT + 1} * 'x'); sys.stdout.flush(); input()",
            "it comes to more than 16 MiB",
            id="without end",
        ),
    ],
)
def test_says_why_there_is_nothing(helm: Path, script: str, refusal: str) -> None:
    assert _run(helm, script) == Answer(refusal=refusal)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_says_that_memory_is_limited(helm: Path) -> None:
    script = "time.sleep(.2)\ntry: x = bytearray(5 << 30)\nexcept MemoryError: sys.exit('fatal error: out of memory')"
    assert _run(helm, f"import time\n{script}") == Answer(refusal="helm needs more than 4 GiB of memory")


def test_a_program_that_cannot_be_started(tmp_path: Path) -> None:
    program = str(tmp_path / "none")
    assert answer(program, Order("", (), {})).refusal == f"`{program}` cannot be run: No such file or directory"


def test_runs_once_for_the_same_order(helm: Path) -> None:
    first = _run(helm, "print(os.getpid())")
    assert answer(str(helm), Order("print(os.getpid())", ("web", "chart"), _FILES)) == first
    assert answer(str(helm), Order("other", ("web", "chart"), _FILES)) != first
