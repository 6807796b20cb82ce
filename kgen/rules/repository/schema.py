"""An object does not fit the schema of its kind.

## Why
The API server decodes an object strictly: `kubectl apply` fails on a field that the kind does not have, on a value of
another type, and on a required field that is not there. Where validation is off, an unknown field is dropped without a
word, and with it what it was meant to do.

## Bad
```yaml
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  backoffLimits: 2  # error: schema
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: example.com/migrate:1.4
          env:
            - name: BATCH_SIZE
              value: 500  # error: schema
```

## Good
```yaml
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  backoffLimit: 2
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: example.com/migrate:1.4
          env:
            - name: BATCH_SIZE
              value: "500"
```

## How to fix
Write the field that the message names, or move it to where it belongs; put quotes around a string that looks like a
number. Built-in kinds are held against the Kubernetes version of the configuration (`kubernetes-version`), custom
resources against the CustomResourceDefinitions in the repository; those without one are not looked at.

## When to ignore
When the cluster has a newer version of a CustomResourceDefinition than the repository.

## References
- https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
- https://kubernetes.io/docs/reference/kubernetes-api/
"""

from collections.abc import Iterator, Sequence

from kgen.config.model import Config
from kgen.kubernetes.label_maps import label_maps
from kgen.kubernetes.removed_apis import removed_api
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.schema.built_in import BuiltInKinds, built_in_kinds
from kgen.kubernetes.schema.custom_kinds import Definition
from kgen.kubernetes.schema.fit import mismatches
from kgen.kubernetes.schema.hint import hint
from kgen.kubernetes.schema.mismatch import Mismatch, MissingField, Steps, UnknownField, WrongValue
from kgen.kubernetes.schema.missing_kind import MissingKind, missing_kind
from kgen.kubernetes.schema.shape import Shape, Type
from kgen.kubernetes.version import target_version
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.pattern import lazy_pattern
from kgen.syntax.node import Node
from kgen.syntax.value import Data
from kgen.wiring.manifest import Manifest
from kgen.wiring.placeholder import is_name_to_fill_in, is_placeholder

# Numbers that quoted-port-number and port-out-of-range speak of, and names that invalid-port-name does.
_PORT_NUMBER = lazy_pattern(
    r"^spec\.ports\[\d+]\.(port|targetPort|nodePort)$|ontainers\[\d+]\.ports\[\d+]\.(containerPort|hostPort)$"
)
_PORT_NAME = lazy_pattern(r"^spec\.ports\[\d+]\.name$")
_UNQUOTED = {
    Type.INTEGER: lazy_pattern(r"-?\d+"),
    Type.NUMBER: lazy_pattern(r"-?\d+(\.\d+)?"),
    Type.BOOLEAN: lazy_pattern("true|false"),
}
_NOTHING = lazy_pattern(r"(?!)")
_LONGEST_SHOWN = 40


@rule("schema", Severity.ERROR)
def check(manifest: Manifest, config: Config) -> Iterator[Problem]:
    """Report unknown kinds and fields, values of a wrong type, and missing fields of objects that are complete."""
    resource, minor = manifest.resource, target_version(config.kubernetes_version).minor
    known = built_in_kinds(minor)
    shape = known.shape(resource.api_version, resource.kind)
    if shape is not None:
        yield from _problems(manifest, mismatches(resource.node.value, shape), shape)
    elif resource.group in known.groups:
        yield from _kind_problems(resource, minor)
    else:
        yield from _custom_problems(manifest, known)


def _custom_problems(manifest: Manifest, known: BuiltInKinds) -> Iterator[Problem]:
    """A cluster has one of the definitions that a repository holds, so an object has to fit none of them."""
    resource = manifest.resource
    definitions = manifest.custom_kinds.definitions(resource.api_version, resource.kind, known.metadata)
    found = [
        list(_problems(manifest, _evident(mismatches(resource.node.value, each.shape), each, resource), each.shape))
        for each in definitions
    ]
    if found and all(found):
        yield from found[0]


def _evident(found: Sequence[Mismatch], definition: Definition, resource: Resource) -> Sequence[Mismatch]:
    """Of a definition from elsewhere, only what is wrong by a later one as well: that may know more fields."""
    if resource.path.startswith(definition.folder):
        return found
    return [each for each in found if _is_lasting(each, definition.shape, resource)]


def _is_lasting(mismatch: Mismatch, shape: Shape, resource: Resource) -> bool:
    if isinstance(mismatch, WrongValue):
        return not mismatch.shape.choices
    if isinstance(mismatch, MissingField):
        return False
    near = hint(mismatch, shape).near
    return bool(near) and not _has(resource.node.value, (*mismatch.steps, near))


def _kind_problems(resource: Resource, minor: int) -> Iterator[Problem]:
    missing = missing_kind(resource.api_version, resource.kind, minor)
    if is_placeholder(resource.api_version) or is_placeholder(resource.kind):
        return
    if missing is None or removed_api(resource.api_version, resource.kind, minor) is not None:
        return
    yield Problem(
        resource.node["kind"],
        f"`{resource.api_version}` of Kubernetes 1.{minor} has no kind `{resource.kind}`",
        help=_way_to_kind(missing),
        resource=resource,
        label="no such kind",
    )


def _way_to_kind(missing: MissingKind) -> str:
    if missing.since is not None:
        return f"it comes with Kubernetes 1.{missing.since}"
    if missing.near:
        return f"did you mean `{missing.near}`?"
    return " or ".join(f"write `apiVersion: {version}`" for version in missing.api_versions)


def _problems(manifest: Manifest, found: Sequence[Mismatch], shape: Shape) -> Iterator[Problem]:
    resource = manifest.resource
    if any(isinstance(each, UnknownField) and each.name.startswith("$") for each in found):
        return  # a directive such as `$patch`: this is a strategic merge patch
    for each in found:
        node = _node_at(resource.node, each)
        match each:
            case UnknownField() if not is_placeholder(each.name):
                yield _unknown(resource, node, each, shape)
            case WrongValue() if not _is_left_to_others(resource, node):
                yield _wrong(resource, node, each)
            case MissingField() if manifest.is_complete and not _is_elsewhere(manifest, each):
                yield _missing(resource, node, each)


def _is_elsewhere(manifest: Manifest, missing: MissingField) -> bool:
    """Whether another object of the same kind and name has the field, so that this one may be a patch of it."""
    return any(_has(namesake.node.value, (*missing.steps, missing.name)) for namesake in manifest.namesakes)


def _has(value: Data, steps: Steps) -> bool:
    for step in steps:
        inside = value.get(step) if isinstance(value, dict) and isinstance(step, str) else None
        if isinstance(value, list) and isinstance(step, int) and step < len(value):
            inside = value[step]
        value = inside
    return value is not None


def _node_at(node: Node, mismatch: Mismatch) -> Node:
    for step in mismatch.steps:
        node = node[step]
    return node[mismatch.name] if isinstance(mismatch, UnknownField) else node


def _unknown(resource: Resource, node: Node, unknown: UnknownField, shape: Shape) -> Problem:
    meant = hint(unknown, shape)
    way_out = "take it out"
    if meant.near or meant.longer:
        way_out = f"did you mean `{meant.near or meant.longer}`?"
    elif meant.place:
        way_out = f"`{unknown.name}` is a field of {meant.place}: is it indented as it should be?"
    return Problem(
        node,
        f"unknown field `{_field(resource, node)}` in {resource}",
        help=way_out,
        on_key=True,
        resource=resource,
        label="unknown field",
    )


def _missing(resource: Resource, node: Node, missing: MissingField) -> Problem:
    place = _field(resource, node)
    return Problem(
        _marked(node),
        f"required field `{f'{place}.' if place else ''}{missing.name}` is missing in {resource}",
        help=f"add `{missing.name}`",
        on_key=True,
        resource=resource,
        label=f"has no `{missing.name}`",
    )


def _marked(mapping: Node) -> Node:
    """What stands for a mapping in one line: itself where it has a key, else its first field."""
    return mapping if isinstance(mapping.key, str) else next(iter(mapping.mapping().values()), mapping)


def _wrong(resource: Resource, node: Node, wrong: WrongValue) -> Problem:
    return Problem(
        node,
        f"`{_field(resource, node)}` of {resource} takes {wrong.shape.expectation}, not {_words(resource, node)}",
        help=_way_to_value(resource, node, wrong.shape),
        resource=resource,
        label=f"takes {wrong.shape.expectation}",
    )


def _is_left_to_others(resource: Resource, node: Node) -> bool:
    """Whether something else will fill the value in, or another rule speaks of it."""
    value, path = node.value, _field(resource, node)
    if isinstance(value, str):
        return is_name_to_fill_in(value) or (value.isdecimal() and _PORT_NUMBER.search(path) is not None)
    if not isinstance(value, bool | int | float):
        return False
    if node.integer() is not None and _PORT_NUMBER.search(path):
        return True
    # non-string-label
    return _PORT_NAME.search(path) is not None or any(labels == node.parent for labels in label_maps(resource))


def _way_to_value(resource: Resource, node: Node, shape: Shape) -> str:
    value = node.value
    if shape.type is Type.STRING and isinstance(value, bool | int | float):
        return "put quotes around it" if resource.kind == "Secret" else f'write `"{node.raw}"`, with quotes'
    if isinstance(value, str) and _UNQUOTED.get(shape.type, _NOTHING).fullmatch(value):
        return f"write `{value}`, without quotes"
    return f"write {shape.expectation}"


def _words(resource: Resource, node: Node) -> str:
    """What stands there, in words; the values of a Secret are nobody's business."""
    value = node.value
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    kind = "the string" if isinstance(value, str) else "the boolean" if isinstance(value, bool) else "the number"
    if resource.kind == "Secret":
        return kind.replace("the", "a")
    text = value if isinstance(value, str) else node.raw
    return f"{kind} `{text[:_LONGEST_SHOWN]}{'…' if len(text) > _LONGEST_SHOWN else ''}`"


def _field(resource: Resource, node: Node) -> str:
    return node.path.removeprefix(resource.node.path).removeprefix(".")
