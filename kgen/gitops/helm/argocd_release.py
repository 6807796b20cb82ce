"""How Argo CD installs a chart (https://argo-cd.readthedocs.io/en/stable/user-guide/helm/)."""

from __future__ import annotations

from kgen.gitops.fields import field, is_set, items, text
from kgen.gitops.helm.render import Release
from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.syntax.emit.json import to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.gitops.argocd.application import Application, ApplicationSource
    from kgen.gitops.kustomize.files import Files
    from kgen.syntax.node import Node

_ESCAPED_COMMA = "\\,"


def argo_release(application: Application, source: ApplicationSource, files: Files, folder: str) -> Release:
    """The release that a source with the chart in `folder` stands for; BuildError for values that are not at hand."""
    options = field(source.node, "helm")
    for name in ("fileParameters", "version"):
        if options is not None and field(options, name) is not None:
            raise BuildError(f"`{name}` of Argo CD is not followed", field(options, name), Cause.UNSUPPORTED)
    namespace = application.target_namespace
    parameters = items(options, "parameters")
    return Release(
        name=text(options, "releaseName") or application.resource.name,
        namespace=text(options, "namespace") or (None if namespace is None else namespace.string()),
        values=(*_files(application, options, files, folder), *_inline(options)),
        parameters=tuple(_parameter(each) for each in parameters if not is_set(each, "forceString")),
        texts=tuple(_parameter(each) for each in parameters if is_set(each, "forceString")),
    )


def _files(application: Application, options: Node | None, files: Files, folder: str) -> Iterator[bytes]:
    """`valueFiles`: from the chart's folder, after a `/` from the root, after `$ref` from the source of that name."""
    for entry in items(options, "valueFiles"):
        path = entry.string() or ""
        try:
            if path.startswith("$"):
                yield _lent(application, path, files, entry)
            else:
                start = "" if path.startswith("/") else folder
                yield files.source(files.resolve(start, path.lstrip("/"), entry)).data
        except BuildError as error:
            may_lack = is_set(options, "ignoreMissingValueFiles") and error.problem.cause is Cause.MISSING
            if not may_lack:
                raise


def _lent(application: Application, path: str, files: Files, entry: Node) -> bytes:
    """What is in `$ref/path`, if the source of that name may be this repository: it has the file, then."""
    name, _, inside = path.removeprefix("$").partition("/")
    if all(text(each.node, "ref") != name for each in application.sources):
        raise BuildError(f"no source lends `${name}`", entry)
    try:
        return files.source(files.resolve("", inside, entry)).data
    except BuildError:
        raise BuildError(f"`{path}` is from another repository", entry, Cause.REMOTE) from None


def _inline(options: Node | None) -> Iterator[bytes]:
    """`valuesObject`, which goes before `values`."""
    written = field(options, "valuesObject")
    if written is not None:
        yield to_json(written.value).encode()
    elif text(options, "values"):
        yield text(options, "values").encode()


def _parameter(node: Node) -> str:
    """`name=value`; Argo CD escapes commas unless the value is a list, `{a,b}`."""
    value = text(node, "value")
    is_list = value.startswith("{") and value.endswith("}")
    return f"{text(node, 'name')}={value if is_list else value.replace(',', _ESCAPED_COMMA)}"
