"""Every rule that comes with kgen."""

from importlib import import_module
from pkgutil import walk_packages

import kgen.rules
from kgen.lint.rule import Rule


def rules() -> list[Rule]:
    """The rules by group and name: each module below kgen.rules has one, called `check`."""
    modules = walk_packages(kgen.rules.__path__, f"{kgen.rules.__name__}.")
    names = sorted(module.name for module in modules if not module.ispkg)
    checks = (getattr(import_module(name), "check", None) for name in names)
    return [check for check in checks if isinstance(check, Rule)]
