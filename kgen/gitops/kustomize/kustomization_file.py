"""A kustomization file, checked as strictly as kustomize decodes it."""

import json
from functools import cache

from kgen.data import root
from kgen.gitops.kustomize.files import Files
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.shape import Shape, check_shape
from kgen.gitops.kustomize.tree import Value, as_json
from kgen.syntax.node import Node

COMPONENT = "Component"
_KIND = "Kustomization"
_VERSIONS = {_KIND: "kustomize.config.k8s.io/v1beta1", COMPONENT: "kustomize.config.k8s.io/v1alpha1"}


def read_kustomization(files: Files, folder: str) -> Value:
    """The kustomization of a folder; raise BuildError when there is none, or none that kustomize takes."""
    path = files.kustomization_file(folder)
    if path is None:
        raise BuildError(f"`{folder or '.'}` holds no kustomization file")
    documents = files.documents(path)
    if not documents or documents[0].root is None:
        raise BuildError(f"`{path}` is empty")
    node = documents[0].root
    value = as_json(node)
    if not isinstance(value.data, dict):
        raise BuildError("a kustomization is a mapping", node)
    check_shape(value, shape("fields"), "")
    _check_kind(value, node)
    return value


def is_component(kustomization: Value) -> bool:
    """Whether it is meant for `components:`."""
    return kustomization.text_at("kind") == COMPONENT


def _check_kind(value: Value, node: Node) -> None:
    if all(
        each.data is None or each.data == "" for key, each in value.fields.items() if key not in ("apiVersion", "kind")
    ):
        raise BuildError("the kustomization is empty", node)
    kind = value.text_at("kind") or _KIND
    if kind not in _VERSIONS:
        raise BuildError(f"kind `{kind}` is neither Kustomization nor Component", value.fields["kind"].origin)
    version = value.text_at("apiVersion")
    if version and version != _VERSIONS[kind]:
        raise BuildError(f"the apiVersion of a {kind} is `{_VERSIONS[kind]}`", value.fields["apiVersion"].origin)


@cache
def shape(name: str) -> Shape:
    """What `fields` a kustomization has, or a `configuration`, or a replacement in a file."""
    text = (root() / "schemas" / "kustomize" / "kustomization.json").read_text(encoding="utf-8")
    found: dict[str, Shape] = json.loads(text)
    return found[name]
