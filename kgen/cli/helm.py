"""Which helm renders the charts of a repository."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from kgen.errors import KgenError

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
    found = shutil.which(_PROGRAM) if config.helm else None
    # A relative entry of PATH, and on Windows the folder stood in, may be the very repository that is looked at.
    return replace(config, helm_program=found if found is not None and os.path.isabs(found) else None)


def _existing(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise KgenError(f"there is no helm at `{name}`", "name the program, or none with `--helm ''`")
    return os.path.abspath(found)
