"""The namespace transformer."""

from kgen.gitops.kustomize.collection import Collection
from kgen.gitops.kustomize.field_path import Creation, visit
from kgen.gitops.kustomize.field_specs import Fields, FieldSpec
from kgen.gitops.kustomize.ids import Gvk
from kgen.gitops.kustomize.problem import BuildError
from kgen.gitops.kustomize.resource import BuiltResource
from kgen.gitops.kustomize.tree import Value

_OWN_NAMESPACE = FieldSpec(Gvk(), "metadata/namespace", create=True)
_BINDINGS = ("RoleBinding", "ClusterRoleBinding")
_SUBJECT_MODES = ("", "defaultOnly", "allServiceAccounts", "none")


def set_namespace(
    collection: Collection,
    namespace: Value,
    fields: Fields,
    subjects: str = "",
    *,
    unset_only: bool = False,
) -> None:
    """Put all objects that can have one into the namespace; raise BuildError where two become the same object."""
    if subjects not in _SUBJECT_MODES:
        raise BuildError(f"`{subjects}` is no mode of setRoleBindingSubjects", namespace.origin)
    setter = _Setter(namespace, unset_only)
    for resource in collection.resources:
        resource.remember_id()
        _set_in(resource, fields, subjects, setter)
    seen: set[tuple[object, ...]] = set()
    for resource in collection.resources:
        found = resource.id
        identity = (found.gvk, found.name, found.effective_namespace)
        if identity in seen:
            raise BuildError(f"the namespace makes two objects one: `{found}`", namespace.origin)
        seen.add(identity)


class _Setter:
    def __init__(self, namespace: Value, unset_only: bool) -> None:
        self.namespace = namespace
        self._unset_only = unset_only

    def __call__(self, value: Value) -> None:
        if isinstance(value.data, dict | list):
            raise BuildError("a namespace field is no text", value.origin)
        if not self._unset_only or not value.text():
            value.replace(self.namespace)


def _set_in(resource: BuiltResource, fields: Fields, subjects: str, setter: _Setter) -> None:
    creation = Creation("", setter.namespace.origin)
    own = resource.gvk
    if not own.is_cluster_scoped:
        visit(resource, _OWN_NAMESPACE, setter, creation)
    is_binding = own.kind in _BINDINGS
    if is_binding:
        _set_subjects(resource, subjects, setter)
    for spec in fields.of(own):
        if spec.path == _OWN_NAMESPACE.path or (spec.path == "metadata/name" and own.api_version != "v1"):
            continue
        if not (is_binding and spec.gvk.kind in _BINDINGS and spec.path == "subjects/namespace"):
            visit(resource, spec, setter, creation)


def _set_subjects(resource: BuiltResource, mode: str, setter: _Setter) -> None:
    if mode == "none":
        return
    found = resource.value.get("subjects")
    if found is not None and found.data is not None and not isinstance(found.data, list):
        raise BuildError("`subjects` is no list", found.origin)
    for subject in found.items if found is not None else ():
        is_meant = (
            subject.text_at("kind") == "ServiceAccount"
            if mode == "allServiceAccounts"
            else subject.text_at("name") == "default"
        )
        if is_meant:
            setter(subject.fields.setdefault("namespace", Value("", setter.namespace.origin)))
