"""`kgen get svc`: the table of `kubectl get service`, from the manifests of the repository."""

from __future__ import annotations

from argparse import Namespace

from kgen.cli.arguments import CommandParser
from kgen.cli.settings import configuration
from kgen.cli.stdio import err, out
from kgen.cli.written_services import look_over, nothing_found, service_names
from kgen.show.service_table import Columns, table
from kgen.show.written_services import named, not_found, written_services


class _Arguments(Namespace):
    words: list[str]
    namespace: str | None
    all_namespaces: bool
    output: str | None


def main(argv: list[str]) -> int:
    """Print the table; return 1 when a Service that is named is not there."""
    arguments = parser().read(argv, _Arguments())
    names = service_names(arguments.words)
    namespace = None if arguments.all_namespaces else arguments.namespace
    services = written_services(look_over(configuration()), namespace)
    chosen = [each for name in names for each in named(services, name)] if names else services
    if chosen:
        columns = Columns(wide=arguments.output == "wide", namespaces=arguments.all_namespaces)
        out(table((each.data for each in chosen), columns))
    elif not names:
        err(nothing_found(namespace))
    missing = [name for name in names if not named(services, name)]
    err("".join(f"{not_found(services, name)}\n" for name in missing))
    return 1 if missing else 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser("get", "Print what `kubectl get service` would, from the repository's manifests.")
    made.add_argument("words", metavar="svc", nargs="+", help="`svc` for every Service, `svc NAME...`, or `svc/NAME`")
    made.add_argument("-n", "--namespace", help="only Services of this namespace")
    made.add_argument("-A", "--all-namespaces", action="store_true", help="every namespace, in a column of its own")
    made.add_argument("-o", "--output", choices=("wide",), help="`wide` adds the selector")
    return made
