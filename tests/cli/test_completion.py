"""`kgen completion`: the scripts, tried in the shells that are there."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kgen.cli.catalogue import rules
from kgen.cli.completion_tree import tree
from kgen.cli.main import COMMANDS
from tests.running import run_kgen

SHELLS = ("bash", "zsh", "fish")
BASH = """\
source {script}
COMP_WORDS=({words})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_kgen
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
every_shell = pytest.mark.parametrize("shell", SHELLS)


def script_for(shell: str, folder: Path) -> Path:
    """The script, where the shell is there to read it."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    path = folder / f"kgen.{shell}"
    path.write_text(run_kgen(["completion", shell]).out, encoding="utf-8")
    return path


def answers(command: list[str]) -> set[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {line.split("\t")[0].strip() for line in done.stdout.splitlines()} - {""}


@every_shell
def test_the_shell_can_read_it(shell: str, tmp_path: Path) -> None:
    subprocess.run([shell, "-n", script_for(shell, tmp_path)], check=True)


@every_shell
def test_every_command_flag_and_rule_is_there(shell: str) -> None:
    script = run_kgen(["completion", shell]).out
    known = [*COMMANDS, *(rule.name for rule in rules())]
    known += [name.lstrip("-") for command in tree().values() for flag in command.flags for name in flag.names]
    assert [word for word in known if word not in script] == []


COMPLETED = [
    pytest.param("kgen li", {"lint"}, id="a command"),
    pytest.param("kgen lint --sev", {"--severity"}, id="a flag"),
    pytest.param("kgen lint --color ", {"auto", "always", "never"}, id="a value"),
    pytest.param("kgen create service node", {"nodeport"}, id="a command of a command"),
    pytest.param(
        "kgen -n shop create service nodeport web --node", {"--node-port"}, id="kubectl's words between flags"
    ),
    pytest.param("kgen rule orphan", {"orphan-selector"}, id="a rule"),
]


@pytest.mark.parametrize(("line", "expected"), COMPLETED)
def test_bash_completes(line: str, expected: set[str], tmp_path: Path) -> None:
    words = " ".join(f"'{word}'" for word in line.split(" "))
    asked = BASH.format(script=script_for("bash", tmp_path), words=words)
    assert answers(["bash", "--norc", "-c", asked]) == expected


@pytest.mark.parametrize(("line", "expected"), COMPLETED)
def test_fish_completes(line: str, expected: set[str], tmp_path: Path) -> None:
    script = script_for("fish", tmp_path)
    assert answers(["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"]) == expected
