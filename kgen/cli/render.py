"""`kgen render`: what a kustomization comes to, as `kubectl kustomize` prints it; or a Helm chart."""

import os
from pathlib import Path

from kgen.cli.arguments import CommandParser
from kgen.cli.render_arguments import RenderArguments
from kgen.cli.render_chart import add_chart_flags, build_chart, is_chart
from kgen.cli.stdio import err, out
from kgen.config.find import repository_root
from kgen.errors import KgenError
from kgen.gitops.kustomize.build import Build, build
from kgen.gitops.kustomize.builder import Builder
from kgen.gitops.kustomize.explain import explained
from kgen.gitops.kustomize.files import Files
from kgen.gitops.kustomize.hidden import hide_secrets
from kgen.gitops.kustomize.problem import Problem
from kgen.report.summary_line import count
from kgen.syntax.display import visible
from kgen.syntax.emit.json import to_json
from kgen.syntax.emit.yaml import to_yaml
from kgen.syntax.node import Node

_SEPARATOR = "---\n"
_ROOT_ONLY, _NONE = "LoadRestrictionsRootOnly", "LoadRestrictionsNone"


def main(argv: list[str]) -> int:
    """Print the objects; return 1 when there are problems, which go to standard error."""
    arguments = parser().read(argv, RenderArguments())
    if not os.path.isdir(arguments.directory):
        raise KgenError(f"`{arguments.directory}` is no folder", "name one with a kustomization or a chart")
    if arguments.explain and arguments.output != "yaml":
        raise KgenError("--explain annotates YAML", "leave out `-o json`")
    root = _root(arguments.directory)
    folder = Path(os.path.realpath(arguments.directory)).relative_to(os.path.realpath(root)).as_posix()
    rendered = _rendered(arguments, Path(root), "" if folder == "." else folder)
    hidden = 0 if arguments.show_secrets else hide_secrets(rendered.resources)
    out(_text(rendered, arguments, root))
    if hidden:
        err(f"kgen: the values of {count(hidden, 'Secret')} are hidden; `--show-secrets` prints them\n")
    for problem in rendered.problems:
        err(f"kgen: {visible(_sentence(problem, root))}\n")
    return 0 if rendered.is_complete else 1


def _rendered(arguments: RenderArguments, root: Path, folder: str) -> Build:
    files = Files(root, are_restricted=arguments.load_restrictor == _ROOT_ONLY)
    return build_chart(arguments, files, folder) if is_chart(files, root, folder) else build(Builder(files), folder)


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    purpose = "Print the objects that a kustomization stands for, without running kustomize, or a Helm chart, by helm."
    made = CommandParser("render", purpose)
    made.add_argument("directory", metavar="DIR", help="the folder that holds the kustomization or the chart")
    made.add_argument("-o", "--output", choices=("yaml", "json"), default="yaml", help="how to print (default yaml)")
    made.add_argument("--show-secrets", action="store_true", help="print the values of Secrets too, as kustomize does")
    made.add_argument("--explain", action="store_true", help="say behind each line which file and line it comes from")
    made.add_argument(
        "--load-restrictor",
        choices=(_ROOT_ONLY, _NONE),
        default=_ROOT_ONLY,
        help="whether kustomizations may name files outside of their folders, inside the repository (default no)",
    )
    add_chart_flags(made)
    return made


def _root(directory: str) -> str:
    """The repository; outside of any the folder to stand in, or the one given when that is elsewhere."""
    found = repository_root(directory)
    if found is not None:
        return found
    return os.curdir if Path(os.path.realpath(directory)).is_relative_to(Path.cwd().resolve()) else directory


def _text(rendered: Build, arguments: RenderArguments, root: str) -> str:
    if arguments.output == "json":
        items = [value.plain() for value in rendered.resources]
        return to_json({"apiVersion": "v1", "items": items, "kind": "List"})
    texts = [(to_yaml(value.plain()), value) for value in rendered.resources]
    if arguments.explain:
        return _SEPARATOR.join(explained(text, value, lambda node: _place(node, root)) for text, value in texts)
    return _SEPARATOR.join(text for text, _ in texts)


def _sentence(problem: Problem, root: str) -> str:
    return problem.message if problem.node is None else f"{_place(problem.node, root)}: {problem.message}"


def _place(node: Node, root: str) -> str:
    span = node.span
    path = os.path.normpath(os.path.join(root, node.source.path))
    return f"{path}:{span.line}:{span.column}"
