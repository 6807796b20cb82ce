"""`kgen rule`: what a rule reports, why, and how to mend it."""

from __future__ import annotations

import json
from argparse import Namespace

from kgen.cli.arguments import CommandParser
from kgen.cli.catalogue import rules
from kgen.cli.stdio import out
from kgen.lint.documentation import read_documentation
from kgen.lint.select import ALL, check_word, specificity
from kgen.report import rule_catalogue, rule_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.lint.rule import Rule


class _Arguments(Namespace):
    names: list[str]
    all: bool
    output_format: str


def main(argv: list[str]) -> int:
    """Print the pages of the rules named, or a list of all rules."""
    arguments = parser().read(argv, _Arguments())
    known = rules()
    for name in arguments.names:
        check_word(known, name)
    words = [ALL] if arguments.all or not arguments.names else arguments.names
    chosen = [rule for rule in known if specificity(rule.name, rule.group, words)]
    if arguments.all and arguments.output_format == "markdown":
        out(rule_catalogue.markdown(chosen))
        return 0
    listing = not arguments.names and not arguments.all and arguments.output_format == "text"
    out(_index(chosen) if listing else _FORMATS[arguments.output_format](chosen))
    return 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser("rule", "Print the documentation of rules; without a name, list them.")
    made.add_argument("names", metavar="NAME", nargs="*", help="a rule, or a group of rules")
    made.add_argument("--all", action="store_true", help="every rule")
    made.add_argument("--output-format", choices=list(_FORMATS), default="text", help="default: text")
    return made


def _index(chosen: Sequence[Rule]) -> str:
    width = max((len(rule.name) for rule in chosen), default=0)
    return "".join(
        f"{rule.name:{width}}  {rule.severity:7}  {read_documentation(rule.documentation).title}\n" for rule in chosen
    )


def _text(chosen: Sequence[Rule]) -> str:
    return "\n".join(map(rule_page.text, chosen))


def _markdown(chosen: Sequence[Rule]) -> str:
    return "\n".join(map(rule_page.markdown, chosen))


def _json(chosen: Sequence[Rule]) -> str:
    return json.dumps([rule_page.data(rule) for rule in chosen], indent=2, ensure_ascii=False) + "\n"


_FORMATS = {"text": _text, "markdown": _markdown, "json": _json}
