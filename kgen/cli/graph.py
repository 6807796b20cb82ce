"""`kgen graph`: the wiring as a picture."""

from __future__ import annotations

import os
from argparse import Namespace

from kgen.cli.arguments import CommandParser
from kgen.cli.catalogue import rules
from kgen.cli.helm import add_helm_flag, with_helm
from kgen.cli.lint_paths import Scope, from_here, scopes
from kgen.cli.settings import configuration
from kgen.cli.stdio import err, out
from kgen.config.model import Config
from kgen.discovery.git import changed_since, work_tree
from kgen.errors import KgenError
from kgen.generate.atomic import write_atomically
from kgen.lint.run import run
from kgen.record import record
from kgen.repository import read
from kgen.show.graph.applied import of_cluster, of_unit
from kgen.show.graph.build import graph
from kgen.show.graph.dot import as_dot
from kgen.show.graph.html import as_html
from kgen.show.graph.json_text import as_json
from kgen.show.graph.mermaid import as_mermaid
from kgen.show.graph.narrow import narrowed, with_files
from kgen.show.graph.svg import as_svg
from kgen.show.graph.target import of_target
from kgen.wiring.wirings import wirings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.show.graph.model import Graph

_TEXTS = {"mermaid": as_mermaid, "svg": as_svg, "dot": as_dot, "json": as_json}
_FORMATS = ("html", *_TEXTS)
_ENDINGS = {
    ".htm": "html",
    ".html": "html",
    ".svg": "svg",
    ".mmd": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".json": "json",
}
_FIRST = "mermaid"


class _Arguments(Namespace):
    target: str | None
    paths: list[str]
    namespace: str | None
    cluster: str | None
    unit: str | None
    changed: str | None
    output_format: str | None
    output: str | None
    helm: str | None


@record
class _Wanted:
    """What to show: `target` is None for all that the scope holds."""

    target: str | None
    scope: Scope


def main(argv: list[str]) -> int:
    """Draw what is asked for; a picture is no judgement, so broken references return 0 as well."""
    arguments = parser().read(argv, _Arguments())
    form = arguments.output_format or _form_of(arguments.output)
    wanted = _wanted(arguments)
    whole, name = _whole(wanted.scope, arguments.helm)
    shown = _narrowed(whole, wanted, arguments)
    text = as_html(shown, wanted.target or name) if form == "html" else _TEXTS[form](shown)
    if arguments.output is None:
        out(text)
    else:
        write_atomically(os.path.realpath(arguments.output), text)
    if not shown.frames:
        err("kgen: nothing of what is asked for has a port or leads to one: the picture is empty\n")
    return 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser(
        "graph", "Draw the wiring: client -> node port -> Ingress or route -> Service -> workload -> container port."
    )
    made.add_argument(
        "target",
        metavar="TARGET",
        nargs="?",
        help="only what leads to this, and on from it: svc/NAME, ingress/NAME, deploy/NAME:PORT, 30003, HOST/PATH",
    )
    made.add_argument("paths", metavar="PATH", nargs="*", help="only what passes a file below; all of it is read")
    made.add_argument("-n", "--namespace", help="only what passes this namespace")
    made.add_argument("--cluster", metavar="NAME", help="only what is rendered for this cluster")
    made.add_argument("--unit", metavar="NAME", help="only what this kustomization, chart or application renders")
    made.add_argument("--changed", metavar="BASE", help="only what passes a file that differs from this commit")
    made.add_argument("--output-format", choices=_FORMATS, help=f"default: as the file of `-o` ends, else {_FIRST}")
    made.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    add_helm_flag(made)
    return made


def _form_of(file: str | None) -> str:
    if file is None:
        return _FIRST
    ending = os.path.splitext(file)[1].lower()
    if ending not in _ENDINGS:
        raise KgenError(
            f"`{file}` does not tell its format", f"name it with {', '.join(_ENDINGS)}, or give --output-format"
        )
    return _ENDINGS[ending]


def _wanted(arguments: _Arguments) -> _Wanted:
    """A first word that is a file or a folder is no target."""
    words = [word for word in (arguments.target, *arguments.paths) if word is not None]
    has_target = bool(words) and not os.path.lexists(words[0])
    found = scopes(words[has_target:] or ["."])
    if len(found) > 1:
        raise KgenError("these paths lie in several repositories", "draw one after the other")
    return _Wanted(words[0] if has_target else None, found[0])


def _whole(scope: Scope, helm: str | None) -> tuple[Graph, str]:
    """The picture of the repository, and its name; neither comments nor settings turn rules off for it."""
    config = with_helm(configuration() or Config(), helm)
    repository = read(scope.start, config)
    seen = wirings(repository, config)
    findings = run([rule for rule in rules() if rule.on_by_default], [*seen], config)
    return graph(seen, findings, lambda path: from_here(repository.root, path)), repository.root.name


def _narrowed(whole: Graph, wanted: _Wanted, arguments: _Arguments) -> Graph:
    shown = whole if arguments.cluster is None else of_cluster(whole, arguments.cluster)
    shown = shown if arguments.unit is None else of_unit(shown, arguments.unit)
    shown = with_files(shown, lambda path: wanted.scope.covers(_absolute(path)))
    if wanted.target is not None:
        shown = of_target(shown, wanted.target, arguments.namespace)
    elif arguments.namespace is not None:
        shown = narrowed(shown, lambda node, _: node.namespace == arguments.namespace)
    if arguments.changed is None:
        return shown
    changed = _changed(wanted.scope, arguments.changed)
    return with_files(shown, lambda path: _absolute(path) in changed)


def _changed(scope: Scope, base: str) -> frozenset[str]:
    """The changed files as absolute paths."""
    top = work_tree(str(scope.start))
    if top is None:
        raise KgenError("`--changed` needs a Git repository", "it asks git for the files that differ")
    return frozenset(os.path.join(top, *path.split("/")) for path in changed_since(top, base))


def _absolute(path: str) -> str:
    return os.path.normpath(os.path.join(os.path.realpath("."), path))
