"""Random arguments through a real kubectl, where there is one, and through kgen's printer: the same lines."""

import os
import random
import shutil
import subprocess

import pytest

from kgen.syntax.emit.yaml import to_yaml

SEED = 20240701
CALLS = 40
ARGUMENTS_A_CALL = 250
ALPHABETS = [
    "abc xyz ",
    "ab  c\n ",
    "0123456789.:-_+eExX",
    "0123-:T Z",
    "-.?:# '\"\\[]{}&*!|>%@`,",
    "a\u2028\u2029 \n",
    "\t\r\x01\x1b\x85 ab",
    "é\u00a0日😀\ufeff ",
    "yYnNoOtTfF~",
]
WORDS = "yes no true null ~ .inf 0x1f 1_000 2001-01-01 12:30 1:60 << = --- ... - ? : 1e309 0b-1"


def _argument(source: random.Random) -> str:
    if source.random() < 0.15:
        return source.choice(WORDS.split()) + source.choice(["", "", " ", "\n", "x", ":"])
    alphabet = source.choice(ALPHABETS) + source.choice(ALPHABETS)
    length = source.choice([0, 1, 2, 3, 5, 8, 20, 200])
    return "".join(source.choice(alphabet) for _ in range(length))


def _kubectl() -> str:
    kubectl = os.environ.get("KGEN_KUBECTL") or shutil.which("kubectl")
    if not kubectl:
        pytest.skip("needs a kubectl on PATH or in KGEN_KUBECTL")
    return kubectl


def _command_lines(document: str) -> str:
    """The lines of the container's `command` in a Deployment that kubectl printed."""
    _, _, rest = document.partition("      - command:\n")
    return rest.rpartition("        image: ")[0]


def test_arguments_print_as_kubectl_prints_them() -> None:
    kubectl = _kubectl()
    source = random.Random(SEED)
    for _ in range(CALLS):
        arguments = [_argument(source) for _ in range(ARGUMENTS_A_CALL)]
        create = [kubectl, "create", "deployment", "x", "--image=i", "--dry-run=client", "-o", "yaml", "--", *arguments]
        done = subprocess.run(create, capture_output=True, encoding="utf-8", check=True, timeout=60)
        # The list stands where kubectl's does, for columns decide where lines are folded.
        containers = [{"command": arguments, "image": "i"}]
        deployment = {"spec": {"template": {"spec": {"containers": containers}}}}
        assert _command_lines(to_yaml(deployment)) == _command_lines(done.stdout)
