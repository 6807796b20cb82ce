"""Command lines read by argparse, in kgen's own words when they are wrong."""

from __future__ import annotations

from argparse import Action, ArgumentParser, HelpFormatter, Namespace
from functools import partial

from kgen.annotation import TypeVar
from kgen.errors import KgenError
from kgen.spelling import close_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

Arguments = TypeVar("Arguments", bound=Namespace)

# What argparse tries each flag on: to ask how wide the terminal is would take 2 ms, to import `shutil`.
_TRYING = partial(HelpFormatter, width=80)


class CommandParser(ArgumentParser):
    """A parser that knows no abbreviations, raises KgenError, and takes paths between flags."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(prog=f"kgen {command}", description=description, allow_abbrev=False, formatter_class=_TRYING)

    def read(self, argv: list[str], arguments: Arguments) -> Arguments:
        """Fill `arguments` from `argv`."""
        if any(word.startswith("-") and "h" in word for word in argv):  # `-h`, also among other letters
            self.formatter_class = HelpFormatter
        else:
            self.usage = self.prog  # argparse would spend 4 ms on what only a help page shows
        read, unknown = self.parse_known_intermixed_args(argv, arguments)
        if unknown:
            raise KgenError(f"unknown flag `{unknown[0]}`", self._nearest(unknown[0]))
        return read

    def error(self, message: str) -> NoReturn:
        """Turn argparse's complaint into a KgenError; the default prints the usage and exits."""
        raise KgenError(message, self._all_flags())

    def flags(self) -> list[Action]:
        """Every flag, in the order of the help page."""
        return [action for action in self._actions if action.option_strings]

    def _nearest(self, flag: str) -> str:
        near = close_matches(flag.partition("=")[0], sorted(self._option_string_actions), n=1)
        return f"did you mean `{near[0]}`?" if near else self._all_flags()

    def _all_flags(self) -> str:
        return f"`{self.prog} --help` lists the flags"


def comma_separated(text: str) -> list[str]:
    """`a,b` as two words; for flags that may also be repeated, with action `extend`."""
    return [word.strip() for word in text.split(",") if word.strip()]
