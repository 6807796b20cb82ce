"""Documents that could not be read: broken ones, and templates of something else."""

from collections.abc import Callable, Iterable, Iterator

from kgen.discovery.folders import folders_above
from kgen.pattern import lazy_pattern
from kgen.record import record
from kgen.syntax.document import Document, SyntaxProblem

# What people write where a program will put a value, and which no YAML value begins with: `@NAME@`, `{NAME}`, `<% %>`.
_STAND_IN = lazy_pattern(r"@[A-Za-z]\w*@|\{[A-Z][A-Z0-9_]*\}|<%|\$\{|\$\(\w|%[(sdv]")
_CHART = "Chart.yaml"


@record
class Unread:
    """A document with its problem; `template` says that it is to be filled in before it is YAML.

    `in_chart` says that it is part of a Helm chart, which fills in templates.
    """

    document: Document
    problem: SyntaxProblem
    template: bool
    in_chart: bool


def unread(documents: Iterable[Document], paths: Iterable[str]) -> Iterator[Unread]:
    """The documents that could not be read, of each file no more than one template; `paths` are all files there are."""
    is_in_chart = in_chart(paths)
    templates: set[str] = set()
    for document in documents:
        path = document.source.path
        if document.problem is None or path in templates:
            continue
        template = is_template(document)
        if template:
            templates.add(path)
        yield Unread(document, document.problem, template, is_in_chart(path))


def in_chart(paths: Iterable[str]) -> Callable[[str], bool]:
    """What tells whether a file is part of a Helm chart, `paths` being all files there are."""
    charts = {path.removesuffix(_CHART) for path in paths if path.rpartition("/")[2] == _CHART}
    return lambda path: not charts.isdisjoint(folders_above(path))


def is_template(document: Document) -> bool:
    """Whether a document with a problem is meant to be filled in: it holds template actions, or a stand-in there."""
    problem = document.problem
    if problem is None:
        return False
    lines = (document.source.line(number) for number in (problem.line - 1, problem.line))
    return problem.templated or any(_STAND_IN.search(line) for line in lines)
