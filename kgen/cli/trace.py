"""`kgen trace TARGET`: where a port leads, hop by hop, or who leads to it."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace

from kgen.cli.arguments import CommandParser
from kgen.cli.color import CHOICES, color_wanted
from kgen.cli.helm import add_helm_flag, with_helm
from kgen.cli.lint_paths import scopes
from kgen.cli.settings import configuration
from kgen.cli.stdio import out
from kgen.cli.trace_findings import Rulebook
from kgen.config.model import Config
from kgen.errors import KgenError
from kgen.report.style import COLORED, PLAIN
from kgen.repository import Repository, read
from kgen.show.state import State
from kgen.show.trace.data import as_json
from kgen.show.trace.find import trace
from kgen.show.trace.kinds import is_kind_in
from kgen.show.trace.near import nothing_found
from kgen.show.trace.shown import limited
from kgen.show.trace.sight import Sight
from kgen.show.trace.target import parse_target
from kgen.show.trace.text import as_text
from kgen.show.trace.units import chosen, in_cluster
from kgen.show.trace.wires import wires
from kgen.wiring.wirings import wirings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.lint_paths import Scope
    from kgen.show.trace.passage import Passage

_MOST = 20


class _Arguments(Namespace):
    target: str
    path: str | None
    namespace: str | None
    cluster: str | None
    unit: str | None
    limit: int
    output_format: str
    color: str
    helm: str | None


def main(argv: list[str]) -> int:
    """Print the paths; return 1 when one of them is broken."""
    arguments = parser().read(argv, _Arguments())
    passages = _passages(arguments)
    shown = limited(passages, arguments.limit)
    if arguments.output_format == "json":
        out(as_json(shown, arguments.target))
    else:
        out(as_text(shown, (COLORED if color_wanted(arguments.color) else PLAIN).paint))
    return int(shown.state is State.BROKEN)


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser(
        "trace",
        "Follow a port from hop to hop: node :30003 -> service :8181 -> pod :80. From outside to inside these are the "
        "publicPort (nodePort), the servicePort (port) and the podPort (targetPort).",
    )
    made.add_argument(
        "target",
        metavar="TARGET",
        help="a node port; svc/NAME[:PORT]; ingress/NAME[/PATH] or a route; deploy/NAME[:PORT] for who leads there; "
        "HOST[:PORT][/PATH] or a URL",
    )
    made.add_argument(
        "path", metavar="PATH", nargs="?", help="show only what passes a file below; the whole repository is read"
    )
    made.add_argument("-n", "--namespace", help="the namespace of what is traced")
    made.add_argument("--cluster", metavar="NAME", help="only what is for one cluster, as the repository calls it")
    made.add_argument("--unit", metavar="NAME", help="only what this kustomization, chart or application renders")
    made.add_argument("--limit", metavar="N", type=_number, default=_MOST, help="show N paths at most; 0 for all")
    made.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    made.add_argument("--color", choices=CHOICES, default="auto", help="default: auto")
    add_helm_flag(made)
    return made


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ArgumentTypeError(f"`{text}` is no number")
    return int(text)


def _passages(arguments: _Arguments) -> list[Passage]:
    """What is found; raise KgenError where there is nothing."""
    config, scope = with_helm(configuration() or Config(), arguments.helm), scopes([arguments.path or "."])[0]
    repository = read(scope.start, config)
    every = in_cluster(wires(tuple(wirings(repository, config))), arguments.cluster)
    every = chosen(every, arguments.unit)
    target = parse_target(arguments.target, is_kind_in(every))
    rulebook = Rulebook(config, repository.root)
    sights = [Sight(each, rulebook.findings, rulebook.shown) for each in every]
    found = trace(target, sights, arguments.namespace)
    if not found:
        raise _with_unread(nothing_found(target, every, arguments.namespace), repository)
    covered = found if arguments.path is None else [each for each in found if _passes(each, scope)]
    if not covered:
        raise KgenError(f"`{arguments.target}` leads through nothing below `{arguments.path}`", "leave PATH out")
    return covered


def _with_unread(error: KgenError, repository: Repository) -> KgenError:
    """The same, saying that what is sought may be where nothing can be read."""
    unread = {document.source.path for document in repository.documents if document.problem is not None}
    files = len(unread | {problem.path for problem in repository.problems})
    if not files:
        return error
    what = "1 file" if files == 1 else f"{files} files"
    return KgenError(error.message, f"{error.hint}; {what} could not be read, templates among them (`kgen lint`)")


def _passes(passage: Passage, scope: Scope) -> bool:
    """Whether a path goes through a file of the scope."""
    here = os.path.realpath(".")
    places = (hop.place for hop in passage.hops if hop.place is not None)
    return any(scope.covers(os.path.normpath(os.path.join(here, place.path))) for place in places)
