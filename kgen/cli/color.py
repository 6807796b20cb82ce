"""Whether output is coloured, decided in one place."""

import os
import sys

CHOICES = ("auto", "always", "never")


def color_wanted(choice: str) -> bool:
    """Whether to colour standard output.

    `--color` decides first, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. An empty variable
    counts as unset (no-color.org, force-color.org).
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
