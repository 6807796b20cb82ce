"""Argo CD Applications as they are written: https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml."""

from __future__ import annotations

from kgen.gitops.fields import field, is_set, items, text
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.kubernetes.resource import Resource
    from kgen.syntax.node import Node

ARGO_GROUP = "argoproj.io"
_KIND = "Application"
_TOOLS = ("kustomize", "helm", "directory", "plugin")
_VARIABLES = ("{{", "${", "$(")
_OWN_CLUSTER = ("https://kubernetes.default.svc", "in-cluster")


@record(eq=False)
class ApplicationSource:
    """One of the sources of an Application: a folder of a repository, a chart, or files that others refer to."""

    node: Node

    @property
    def address(self) -> str:
        """`repoURL`."""
        return text(self.node, "repoURL")

    @property
    def path(self) -> str:
        """The folder that it applies, as it is written."""
        return text(self.node, "path")

    @property
    def place(self) -> Node:
        """Where the path or the chart is written."""
        return field(self.node, "path") or field(self.node, "chart") or self.node

    @property
    def chart(self) -> str:
        """The name of the chart, where the repository is one of charts."""
        return text(self.node, "chart")

    @property
    def only_lends_files(self) -> bool:
        """Whether it applies nothing, and is there for the values files of others (`ref`)."""
        return bool(text(self.node, "ref")) and not self.path and not self.chart

    @property
    def tool(self) -> str:
        """`kustomize`, `helm`, `directory` or `plugin` where it says which; else what is in the folder decides."""
        return next((tool for tool in _TOOLS if field(self.node, tool) is not None), "")

    @property
    def recurses(self) -> bool:
        """`directory.recurse`: whether the files of the folders below are applied too."""
        return is_set(self.node, "directory", "recurse")

    @property
    def include(self) -> str:
        """`directory.include`: the pattern that files must match, empty for all."""
        return text(self.node, "directory", "include")

    @property
    def exclude(self) -> str:
        """`directory.exclude`: the pattern of files to leave out."""
        return text(self.node, "directory", "exclude")


@record(eq=False)
class Application:
    """One that says what to apply where."""

    resource: Resource
    spec: Node

    @property
    def sources(self) -> Sequence[ApplicationSource]:
        """`sources`, which count alone where there are any, or `source`."""
        found = items(self.spec, "sources")
        one = field(self.spec, "source")
        return [ApplicationSource(each) for each in found or ([] if one is None else [one])]

    @property
    def target_namespace(self) -> Node | None:
        """`destination.namespace`, for the objects that name none themselves; None where a template fills it in."""
        found = field(self.spec, "destination", "namespace")
        return None if found is None or found.value == "" or is_filled_in(text(found)) else found

    def cluster(self, own: str) -> str:
        """The cluster by its name or its server, empty for an unknown one; `own` is the one that Argo CD runs in."""
        destination = field(self.spec, "destination")
        named = text(destination, "name") or text(destination, "server")
        if not named or named in _OWN_CLUSTER:
            return own
        return "" if is_filled_in(named) else named.removeprefix("https://")


def is_filled_in(value: str) -> bool:
    """Whether a text holds a variable of a template."""
    return any(sign in value for sign in _VARIABLES)


def application(resource: Resource) -> Application | None:
    """The Application that an object is; None for a patch of one, which names no destination or source."""
    if resource.kind != _KIND or resource.group != ARGO_GROUP or not resource.name:
        return None
    spec = resource.node.get("spec")
    if spec is None:
        return None
    found = Application(resource, spec)
    is_whole = field(spec, "destination") is not None and any(each.address for each in found.sources)
    return found if is_whole else None
