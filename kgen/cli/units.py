"""`kgen units`: what is applied together, to which cluster, and what of it kgen cannot see."""

from __future__ import annotations

from argparse import Namespace

from kgen.cli.arguments import CommandParser
from kgen.cli.helm import add_helm_flag, with_helm
from kgen.cli.lint_paths import from_here, scopes
from kgen.cli.settings import configuration
from kgen.cli.stdio import out
from kgen.config.model import Config
from kgen.gitops.units import units
from kgen.repository import read
from kgen.show.unit_json import as_json
from kgen.show.unit_text import as_text
from kgen.show.unit_tree import unit_tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kgen.cli.lint_paths import Scope
    from kgen.gitops.unit import Unit

_FORMATS = {"text": as_text, "json": as_json}


class UnitsArguments(Namespace):
    """What was given."""

    path: str
    output_format: str
    helm: str | None


def main(argv: list[str]) -> int:
    """Print the units; return 0 whatever they lack, as `kgen lint` tells what is wrong."""
    arguments = parser().read(argv, UnitsArguments())
    config = with_helm(configuration() or Config(), arguments.helm)
    scope = scopes([arguments.path])[0]
    repository = read(scope.start, config)
    found = units(repository, config)
    covered = [each for each in repository.resources if scope.covers(str(repository.root / each.path))]
    tree = unit_tree(list(_in_scope(found, scope, repository.root)), covered)
    out(_FORMATS[arguments.output_format](tree, lambda path: from_here(repository.root, path)))
    return 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser("units", "List what is applied together: clusters, kustomizations, Flux and Argo CD objects.")
    made.add_argument(
        "path", metavar="PATH", nargs="?", default=".", help="list those that are made from files in or below it"
    )
    made.add_argument("--output-format", choices=list(_FORMATS), default="text", help="default: text")
    add_helm_flag(made)
    return made


def _in_scope(found: Iterable[Unit], scope: Scope, root: Path) -> Iterator[Unit]:
    for unit in found:
        asked_in = () if unit.declaration is None else (unit.declaration.source.path,)
        if any(scope.covers(str(root / path)) for path in (*unit.sources, *asked_in)):
            yield unit
