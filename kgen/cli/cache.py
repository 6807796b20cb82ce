"""`kgen cache`: where kgen remembers what it printed, and how to make it forget."""

from __future__ import annotations

from argparse import Namespace

from kgen.cli.arguments import CommandParser
from kgen.cli.cache_flags import add_cache_flags
from kgen.cli.cache_place import store_for
from kgen.cli.stdio import out


class CacheArguments(Namespace):
    """What was given."""

    action: str


def main(argv: list[str]) -> int:
    """Say where the cache is and what it holds, or empty it; return 0."""
    arguments = parser().read(argv, CacheArguments())
    store = store_for(argv)
    if store is None:
        out("there is no cache: it is turned off, or there is no folder for it\n")
    elif arguments.action == "clean":
        out(f"removed {store.clean()} bytes from {store.folder}\n")
    else:
        entries, size = store.size()
        out(f"{store.folder}: {entries} {'entry' if entries == 1 else 'entries'}, {size} bytes\n")
    return 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser(
        "cache", "Say where kgen remembers what it printed, so that it need not lint again, or empty it."
    )
    made.add_argument("action", choices=("show", "clean"), nargs="?", default="show", help="default: show")
    add_cache_flags(made)
    return made
