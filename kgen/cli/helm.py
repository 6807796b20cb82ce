"""Which helm renders the charts of a repository."""

from __future__ import annotations

import os

from kgen.errors import KgenError
from kgen.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, _ArgumentGroup

    from kgen.config.model import Config

_PROGRAM = "helm"
_VARIABLE = "KGEN_HELM"


def add_helm_flag(flags: ArgumentParser | _ArgumentGroup) -> None:
    """Let a command line say which helm to run."""
    flags.add_argument(
        "--helm", metavar="PATH", help=f"the helm that renders charts, '' for none (default: {_VARIABLE}, or from PATH)"
    )


def with_helm(config: Config, flag: str | None) -> Config:
    """The settings with the program that the flag names, else KGEN_HELM, else PATH; empty stands for none.

    Raise KgenError for a program that is not there. `helm: false` of a configuration file turns off only the search.
    """
    named = os.environ.get(_VARIABLE) if flag is None else flag
    if named is not None:
        return replace(config, helm_program=_existing(named) if named else None)
    found = _program(_PROGRAM) if config.helm and _may_be_installed() else None
    # A relative entry of PATH, and on Windows the folder stood in, may be the very repository that is looked at.
    return replace(config, helm_program=found if found is not None and os.path.isabs(found) else None)


def _existing(name: str) -> str:
    found = _program(name)
    if found is None:
        raise KgenError(f"there is no helm at `{name}`", "name the program, or none with `--helm ''`")
    return os.path.abspath(found)


def _may_be_installed() -> bool:
    """Whether any folder of PATH holds helm under its plain name, as it has everywhere but on Windows."""
    return os.name == "nt" or any(os.path.exists(os.path.join(folder, _PROGRAM)) for folder in os.get_exec_path())


def _program(name: str) -> str | None:
    from shutil import which  # noqa: PLC0415 # 2 ms with what it imports, which machines without helm need not spend

    return which(name)
