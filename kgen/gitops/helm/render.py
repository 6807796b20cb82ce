"""A chart -> the objects that installing it would create, each value with its place in the templates."""

from __future__ import annotations

import re
from hashlib import sha256

from kgen.gitops.helm.contents import contents
from kgen.gitops.helm.program import Order, answer
from kgen.gitops.helm.rendition import Rendition
from kgen.gitops.kustomize.problem import BuildError, Cause, Problem
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.tree import Value, as_json, from_data
from kgen.kubernetes.names import dns1123_label
from kgen.pattern import lazy_pattern
from kgen.record import record, replace
from kgen.syntax.parse import parse
from kgen.syntax.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.gitops.helm.chart import Chart
    from kgen.gitops.helm.contents import Contents
    from kgen.gitops.kustomize.files import Files
    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.node import Node

UNKNOWN_NAMESPACE = "release-namespace"
"""The namespace that a chart is told where nobody says which it is installed to."""

_HEAD = lazy_pattern(r"^---\n# Source: (.+)\n", re.MULTILINE)
# What helm takes as the name of a release (pkg/chartutil/validate_name.go); none of it looks like a flag.
_RELEASE = lazy_pattern(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
_LONGEST_RELEASE = 53
_UNKNOWN_RELEASE = "release-name"  # as helm calls it then


@record
class Helm:
    """The program, and the Kubernetes version that charts are told to render for."""

    program: str
    version: KubernetesVersion


@record
class Release:
    """How a chart is installed.

    `namespace` is None for an unknown one. `values` are YAML texts, `parameters` are `a.b=value` as for helm's `--set`,
    and `texts` as for its `--set-string`, each in their order: later ones win, parameters over all values.
    """

    name: str
    namespace: str | None = None
    values: tuple[bytes, ...] = ()
    parameters: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@record
class RenderedChart:
    """Objects, why there are none, and the files that they are made from."""

    objects: tuple[Value, ...]
    problems: tuple[Problem, ...]
    sources: frozenset[str]


def render_chart(helm: Helm, files: Files, chart: Chart, release: Release) -> RenderedChart:
    """Let helm render a chart of the repository; what it refuses is a problem of the result."""
    try:
        whole = contents(chart, files)
    except BuildError as error:
        return not_rendered(error, chart)
    try:
        answered = answer(helm.program, _order(helm, whole, release))
        if answered.refusal:
            raise BuildError(answered.refusal)
        objects = tuple(_objects(answered.output, whole, chart))
    except BuildError as error:
        return not_rendered(error, chart)
    for each in objects:
        _settle(each, release.namespace)
    return RenderedChart(objects, (), whole.rendered)


def not_rendered(error: BuildError, chart: Chart) -> RenderedChart:
    """A chart without objects; that helm refuses it is no fault, as many charts demand values."""
    problem = error.at(chart.node).problem
    cause = Cause.UNREADABLE if problem.cause is Cause.REFUSED else problem.cause
    return RenderedChart((), (replace(problem, cause=cause),), frozenset())


def unnamed_release(chart: Chart) -> str:
    """The name of a release that nobody names: that of the chart, which most people give it."""
    return chart.name if _is_release_name(chart.name) else _UNKNOWN_RELEASE


def _order(helm: Helm, whole: Contents, release: Release) -> Order:
    if not _is_release_name(release.name):
        raise BuildError(f"`{release.name}` is no name for a release")
    namespace = release.namespace or UNKNOWN_NAMESPACE
    if dns1123_label(namespace):
        raise BuildError(f"`{namespace}` is no namespace")
    files = {f"chart/{path}": source.data for path, source in whole.files.items()}
    arguments = [release.name, "chart", f"--namespace={namespace}", f"--kube-version={helm.version}.0", "--skip-tests"]
    for number, values in enumerate(release.values):
        files[f"values-{number}.yaml"] = values
        arguments.append(f"--values=values-{number}.yaml")
    arguments += [f"--set={parameter}" for parameter in release.parameters]
    arguments += [f"--set-string={parameter}" for parameter in release.texts]
    return Order(_digest(files), tuple(arguments), files)


def _is_release_name(name: str) -> bool:
    return len(name) <= _LONGEST_RELEASE and _RELEASE.fullmatch(name) is not None


def _digest(files: dict[str, bytes]) -> str:
    every = sha256()
    for path, data in sorted(files.items()):
        every.update(f"{len(path)}:{path}{len(data)}:".encode())
        every.update(data)
    return every.hexdigest()


def _objects(output: str, whole: Contents, chart: Chart) -> Iterator[Value]:
    """The objects in what helm prints: `# Source: ` and the template before what that came to."""
    parts = _HEAD.split(output)
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        template = whole.template(name)
        source = Rendition(template or Source(name, b""), text)
        for document in parse(source):
            if document.problem is not None:
                raise BuildError(f"`{name}` comes to no YAML: {document.problem.message}")
            if document.root is not None and isinstance(document.root.value, dict):
                found = as_json(document.root)
                yield found if template is not None else from_data(found.plain(), _asked_for(name, chart))


def _asked_for(name: str, chart: Chart) -> Node:
    """Where the packed chart is asked for that a template is of, `web/charts/db/templates/service.yaml`."""
    subchart = name.split("/")[2]
    return next((each.node for each in chart.dependencies if subchart in (each.alias, each.name)), chart.node)


def _settle(value: Value, namespace: str | None) -> None:
    """Put into the namespace of the release what names none; what is in an unknown one is left without."""
    metadata = value.get("metadata")
    if metadata is None or not isinstance(metadata.data, dict):
        return
    if namespace is None:
        if value.text_at("metadata", "namespace") == UNKNOWN_NAMESPACE:
            del metadata.data["namespace"]
    elif not value.text_at("metadata", "namespace") and not BuiltResource(value).gvk.is_cluster_scoped:
        metadata.data["namespace"] = Value(namespace)
