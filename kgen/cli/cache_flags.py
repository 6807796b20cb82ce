"""The flags that say whether and where kgen remembers; what they do is decided before they are parsed."""

from __future__ import annotations

from kgen.cli.cache_place import FOLDER_FLAG, OFF_FLAG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, _ArgumentGroup


def add_cache_flags(flags: ArgumentParser | _ArgumentGroup) -> None:
    """Let a command line say so."""
    flags.add_argument(OFF_FLAG, action="store_true", help="remember nothing and trust nothing remembered")
    flags.add_argument(FOLDER_FLAG, metavar="FOLDER", help="where to remember (also KGEN_CACHE_DIR)")
