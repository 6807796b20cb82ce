"""Every rule that comes with kgen."""

import os
from importlib import import_module

import kgen.rules
from kgen.lint.rule import Rule


def rules() -> list[Rule]:
    """The rules by group and name: each module in a folder of kgen.rules has one, called `check`."""
    checks = (getattr(import_module(name), "check", None) for name in sorted(_modules()))
    return [check for check in checks if isinstance(check, Rule)]


def _modules() -> list[str]:
    (folder,) = kgen.rules.__path__
    groups = [group for group in os.listdir(folder) if "." not in group and not group.startswith("_")]
    return [
        f"{kgen.rules.__name__}.{group}.{file.removesuffix('.py')}"
        for group in groups
        for file in os.listdir(f"{folder}/{group}")
        if file.endswith(".py") and not file.startswith("_")
    ]
