"""The Applications that an ApplicationSet makes, as far as the repository tells.

Those of list and git directory generators, and of matrices of them, are known
(https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators/); clusters, pull requests and the
like are not.
"""

from __future__ import annotations

from collections.abc import Mapping

from kgen.gitops.argocd.globs import folder_pattern
from kgen.gitops.fields import field, is_set, items, text, written_value
from kgen.gitops.kustomize.problem import BuildError, Cause
from kgen.gitops.kustomize.tree import Value
from kgen.gitops.rendered import rendered_resources
from kgen.pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from kgen.kubernetes.resource import Resource
    from kgen.syntax.node import Node

_EXPRESSION = lazy_pattern(r"\{\{-?\s*([^{}]*?)\s*-?\}\}")
_NOT_IN_NAMES = lazy_pattern(r"[^a-z0-9.-]")
_MOST = 500

Parameters = Mapping[str, str]
"""Values by the expressions that stand for them in a template, such as `path.basename` and `.path.basename`."""


def is_application_set(resource: Resource) -> bool:
    """Whether an object is an ApplicationSet, and not a patch of one."""
    is_kind = resource.kind == "ApplicationSet" and resource.group == "argoproj.io"
    return is_kind and field(resource.node, "spec", "template") is not None and bool(resource.name)


class Generators:
    """Follows generators over the folders of a repository; `is_here` tells whether an address means it."""

    def __init__(self, folders: Iterable[str], is_here: Callable[[str], bool]) -> None:
        self._folders = sorted(folders)
        self._is_here = is_here

    def applications(self, resource: Resource) -> tuple[Resource, ...]:
        """The Applications of a set; raise BuildError for what only a cluster knows, or a service on the network."""
        spec = resource.node.get("spec")
        template = field(spec, "template")
        assert spec is not None
        assert template is not None
        patch = field(spec, "templatePatch")
        if patch is not None:
            raise BuildError("`templatePatch` is a template of YAML", patch, Cause.UNSUPPORTED)
        found = [each for generator in items(spec, "generators") for each in self._parameters(generator)]
        made = (_application(resource, template, each) for each in found[:_MOST])
        return rendered_resources(made)

    def _parameters(self, generator: Node) -> list[Parameters]:
        elements, directories = field(generator, "list", "elements"), field(generator, "git", "directories")
        if field(generator, "selector") is not None or field(generator, "list", "elementsYaml") is not None:
            raise _unknown(generator)
        if elements is not None:
            return [dict(_flat(each)) for each in elements.sequence()]
        if directories is not None and self._is_here(text(generator, "git", "repoURL")):
            return [_of_folder(each, generator) for each in self._matching(directories)]
        parts = items(generator, "matrix", "generators")
        if len(parts) != 2:
            raise _unknown(generator)
        first, second = (self._parameters(part) for part in parts)
        return [{**one, **other} for one in first for other in second]

    def _matching(self, directories: Node) -> list[str]:
        """The folders that an entry takes and none excludes; hidden ones are never taken."""
        patterns = [(_pattern(each), is_set(each, "exclude")) for each in directories.sequence()]
        taken = [pattern for pattern, excludes in patterns if not excludes]
        left_out = [pattern for pattern, excludes in patterns if excludes]
        return [
            folder
            for folder in self._folders
            if any(pattern.fullmatch(folder) for pattern in taken)
            and not any(pattern.fullmatch(folder) for pattern in left_out)
            and not any(part.startswith(".") for part in folder.split("/"))
        ]


def _pattern(directory: Node) -> re.Pattern[str]:
    found = folder_pattern(text(directory, "path").strip("/"))
    if found is None:
        raise BuildError(
            f"the pattern `{text(directory, 'path')[:80]}` cannot be followed", directory, Cause.UNSUPPORTED
        )
    return found


def _unknown(generator: Node) -> BuildError:
    kind = next(iter(generator.mapping()), "")
    return BuildError(f"what the generator `{kind}` gives is not written in the repository", generator, Cause.REMOTE)


def _flat(element: Node, above: str = "") -> Iterator[tuple[str, str]]:
    """`cluster` and `.cluster`, `values.zone` and `.values.zone`."""
    for key, child in element.mapping().items():
        name = f"{above}.{key}" if above else key
        if isinstance(child.value, dict):
            yield from _flat(child, name)
        elif not isinstance(child.value, list):
            yield name, text(child)
            yield f".{name}", text(child)


def _of_folder(folder: str, generator: Node) -> Parameters:
    segments = folder.split("/")
    normal = _NOT_IN_NAMES.sub("-", segments[-1].lower())
    found = {"path": folder, ".path.path": folder}
    for name, value in (("basename", segments[-1]), ("basenameNormalized", normal)):
        found |= {f"path.{name}": value, f".path.{name}": value}
    for number, segment in enumerate(segments):
        found |= {f"path[{number}]": segment, f"index .path.segments {number}": segment}
    values = field(generator, "git", "values")
    return {**found, **({} if values is None else dict(_flat(values, "values")))}


def _application(resource: Resource, template: Node, parameters: Parameters) -> Value:
    filled = _filled(written_value(template), parameters)
    origin = template.written
    metadata = filled.get("metadata") or Value({}, origin)
    if resource.namespace is not None:
        metadata.fields.setdefault("namespace", Value(resource.namespace, origin))
    head = {"apiVersion": Value(resource.api_version, origin), "kind": Value("Application", origin)}
    return Value({**head, **filled.fields, "metadata": metadata}, origin)


def _filled(value: Value, parameters: Parameters) -> Value:
    data = value.data
    if isinstance(data, dict):
        return Value({key: _filled(child, parameters) for key, child in data.items()}, value.origin)
    if isinstance(data, list):
        return Value([_filled(child, parameters) for child in data], value.origin)
    if not isinstance(data, str) or "{{" not in data:
        return value
    return Value(_EXPRESSION.sub(lambda match: parameters.get(match[1], match[0]), data), value.origin)
