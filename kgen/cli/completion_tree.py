"""What can be completed: every command with its flags and their values, taken from what reads them."""

from __future__ import annotations

from importlib import import_module

from kgen.cli.catalogue import rules
from kgen.cli.kubectl.dispatch import command_at
from kgen.cli.kubectl.flag_help import meaning
from kgen.cli.kubectl.flags import global_flags
from kgen.cli.main import COMMANDS, KUBECTL_COMMANDS
from kgen.cli.outputs import FORMATS
from kgen.cli.own_flags import shared_flags
from kgen.kubernetes.version import NEWEST_MINOR
from kgen.lint.select import ALL
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Action
    from collections.abc import Iterable, Mapping, Sequence

    from kgen.cli.kubectl.pflag import Flag

_SERVICES = ("clusterip", "externalname", "loadbalancer", "nodeport")
_OBJECTS = {"service": "a Service", "deployment": "a Deployment", "ingress": "an Ingress"}
_KUBECTL = ("create deployment", "create ingress", *(f"create service {each}" for each in _SERVICES), "expose", "run")
_ANSWERS = {"output": ("yaml", "json", "kyaml", "name"), "dry-run": ("client", "none", "server")}


@record
class FlagWords:
    """A flag: its names, as `-o` and `--output`; known values, none for those that are free text or files."""

    names: tuple[str, ...]
    purpose: str
    takes_value: bool
    values: tuple[str, ...] = ()


@record
class CommandWords:
    """What may follow a command: further words with their purposes, and flags."""

    flags: tuple[FlagWords, ...] = ()
    words: Mapping[str, str] | None = None


def tree() -> Mapping[str, CommandWords]:
    """The commands by their words, such as `create service nodeport`."""
    flags_of = {path: _kubectl_flags(path) for path in _KUBECTL}
    return {
        "": CommandWords((FlagWords(("--version", "-V"), "print the version", False),), COMMANDS),
        "create": CommandWords((), _OBJECTS),
        "create service": CommandWords((), dict.fromkeys(_SERVICES, "")),
        **{path: CommandWords(flags) for path, flags in flags_of.items()},
        **{name: CommandWords(_generator_flags(name)) for name in ("service", "pod")},
        **{name: _parsed(name) for name in COMMANDS if name not in (*KUBECTL_COMMANDS, "service", "pod")},
    }


def _parsed(name: str) -> CommandWords:
    """A command that argparse reads."""
    actions: Sequence[Action] = (
        import_module(f"kgen.cli.{name}_arguments" if name == "lint" else f"kgen.cli.{name}").parser().flags()
    )
    words = {"rule": _rule_words(), "completion": dict.fromkeys(("bash", "zsh", "fish"), "")}.get(name)
    return CommandWords(tuple(map(_argparse_flag, actions)), words)


def _argparse_flag(action: Action) -> FlagWords:
    values = tuple(map(str, action.choices or ())) or _values(str(action.metavar))
    return FlagWords(tuple(action.option_strings), action.help or "", action.nargs != 0, values)


def _values(metavar: str) -> tuple[str, ...]:
    if metavar == "RULES":
        return (ALL, *_rule_words())
    return tuple(FORMATS) if metavar == "FORMAT[:FILE]" else ()


def _rule_words() -> dict[str, str]:
    known = rules()
    return {
        **dict.fromkeys(sorted({rule.group for rule in known}), "a group of rules"),
        **{one.name: "" for one in known},
    }


def _generator_flags(name: str) -> tuple[FlagWords, ...]:
    return _pflags([*shared_flags(), *import_module(f"kgen.cli.{name}").own_flags()])


def _kubectl_flags(path: str) -> tuple[FlagWords, ...]:
    worth_offering = [flag for flag in global_flags(NEWEST_MINOR) if flag.name in ("namespace", "help")]
    return _pflags([*command_at(path).flags(NEWEST_MINOR), *worth_offering])


def _pflags(flags: Iterable[Flag]) -> tuple[FlagWords, ...]:
    return tuple(_pflag(flag) for flag in flags)


def _pflag(flag: Flag) -> FlagWords:
    names = (f"-{flag.shorthand}", f"--{flag.name}") if flag.shorthand else (f"--{flag.name}",)
    return FlagWords(names, meaning(flag.name), not flag.bare, _ANSWERS.get(flag.name, ()))
