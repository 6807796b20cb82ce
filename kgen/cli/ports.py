"""`kgen ports`: which ports of the nodes are taken, by whom, and which are free."""

import os
import sys
from argparse import ArgumentTypeError, Namespace

from kgen.cli.arguments import CommandParser
from kgen.cli.helm import add_helm_flag, with_helm
from kgen.cli.lint_paths import Scope, from_here, scopes
from kgen.cli.settings import configuration, node_port_range
from kgen.cli.stdio import err, out
from kgen.config.model import Config
from kgen.errors import KgenError
from kgen.repository import Repository, read
from kgen.show.cluster_ports import cluster_ports
from kgen.show.keep_ledger import keep_ledger, narrowed, without_other_clusters
from kgen.show.port_formats import as_csv, as_json, as_markdown
from kgen.show.port_ledger import PortUse
from kgen.show.port_text import as_text
from kgen.show.repository_ports import repository_ports
from kgen.spelling import close_matches
from kgen.syntax.display import visible
from kgen.syntax.source import Source
from kgen.wiring.wirings import Wirings, wirings

_FORMATS = {"text": as_text, "json": as_json, "csv": as_csv, "markdown": as_markdown}


class PortsArguments(Namespace):
    """What was given."""

    path: str
    free: int
    cluster: str | None
    used_by: str | None
    node_port_range: str
    output_format: str
    helm: str | None


def main(argv: list[str]) -> int:
    """Print the ledger; return 1 when two of its ports are in conflict."""
    arguments = parser().read(argv, PortsArguments())
    config = with_helm(configuration() or Config(), arguments.helm)
    numbers = node_port_range(arguments.node_port_range, config)
    cluster = () if arguments.used_by is None else _cluster(arguments.used_by)
    scope = scopes([arguments.path])[0]
    repository = read(scope.start, config)
    seen, wanted = wirings(repository, config), arguments.cluster
    ports = repository_ports(repository, seen, lambda path: from_here(repository.root, path))
    if wanted is not None:
        _check_cluster(wanted, seen)
        ports = without_other_clusters(ports, wanted)
    ledger = keep_ledger(ports, cluster, numbers, arguments.free)
    ledger = narrowed(ledger, lambda use, place: wanted in (None, use.cluster) and _covers(scope, place.path))
    out(_FORMATS[arguments.output_format](ledger))
    _say_what_is_unread(repository, seen)
    return 1 if ledger.conflicting else 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser("ports", "List every nodePort, healthCheckNodePort and hostPort of a repository.")
    made.add_argument(
        "path", metavar="PATH", nargs="?", default=".", help="list those below; the whole repository counts as taken"
    )
    made.add_argument("--cluster", metavar="NAME", help="list those of one cluster, as the repository calls it")
    made.add_argument("--free", metavar="N", type=_number, default=0, help="propose the N lowest free nodePorts")
    made.add_argument(
        "--used-by",
        metavar="FILE",
        help="what the cluster has: output of `kubectl get services -A -o json`; `-` reads it",
    )
    made.add_argument("--node-port-range", metavar="LOW-HIGH", default="", help="the API server's range")
    made.add_argument("--output-format", choices=list(_FORMATS), default="text", help="default: text")
    add_helm_flag(made)
    return made


def _check_cluster(name: str, seen: Wirings) -> None:
    known = sorted({unit.cluster for unit in seen.units} - {""})
    if name not in known:
        near = close_matches(name, known, n=1) or known[:5]
        hint = f"those that it names: {', '.join(near)}" if near else "it names none"
        raise KgenError(f"`{name}` is no cluster that the repository names", visible(hint))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= 65535):
        raise ArgumentTypeError(f"`{text}` is no number from 1 to 65535")
    return int(text)


def _cluster(name: str) -> tuple[PortUse, ...]:
    if name == "-":
        return cluster_ports(Source("standard input", sys.stdin.buffer.read()))
    try:
        with open(name, "rb") as file:
            return cluster_ports(Source(name, file.read()))
    except OSError as error:
        raise KgenError(f"`{name}` in --used-by cannot be read: {error.strerror}") from None


def _covers(scope: Scope, path: str) -> bool:
    return scope.covers(os.path.normpath(os.path.join(os.path.realpath("."), path)))


def _say_what_is_unread(repository: Repository, seen: Wirings) -> None:
    """Ports in templates and broken documents are taken as well, for all that can be known."""
    unread = {document.source.path for document in repository.documents if document.problem is not None}
    rendered = {path for unit in seen.units if not unit.problems for path in unit.sources}
    files = len((unread - rendered) | {problem.path for problem in repository.problems})
    if files:
        what = "1 file" if files == 1 else f"{files} files"
        err(f"kgen: {what} could not be read as YAML in full (`kgen lint` says why): ports in there are not counted\n")
