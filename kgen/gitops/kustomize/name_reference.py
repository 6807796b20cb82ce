"""Names that objects call each other by, after the names were changed."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from operator import itemgetter

from kgen.gitops.kustomize.field_path import checked_path
from kgen.gitops.kustomize.field_tree import places
from kgen.gitops.kustomize.ids import Gvk, ResourceId
from kgen.gitops.kustomize.problem import BuildError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgen.gitops.kustomize.collection import Collection
    from kgen.gitops.kustomize.field_specs import FieldSpec, FieldSpecs, NameField, NameReferences
    from kgen.gitops.kustomize.field_tree import Place
    from kgen.gitops.kustomize.resource import BuiltResource
    from kgen.gitops.kustomize.tree import Path, Value

_ROLE_NAME = "roleRef/name"


def fix_references(collection: Collection, specs: FieldSpecs) -> None:
    """Write the present names of objects wherever a former one is; raise BuildError where several may be meant."""
    renamed = [_Candidate(each) for each in collection.resources if each.previous]
    if not renamed:
        return

    @cache
    def targets(selector: Gvk) -> _Targets:
        return _Targets([each for each in renamed if each.is_selected(selector)])

    for field, resource, place in _holding_names(collection, specs.references):
        meant = targets(field.referred)
        if meant.every:
            _Fixer(resource, field.spec, meant).fix(checked_path(resource, place))


def _holding_names(
    collection: Collection, references: NameReferences
) -> Iterator[tuple[NameField, BuiltResource, Place]]:
    """The fields with names, in the order of the references and then of the objects that have them."""
    found: list[tuple[int, BuiltResource, Place]] = []
    for resource in collection.resources:
        # kustomize compares the kind once, by the id that the object started with
        numbers, tree = references.of(resource.original_id.gvk)
        found += [(numbers[place[0]], resource, place) for place in places(resource.value, tree)]
    for number, resource, place in sorted(found, key=itemgetter(0)):
        yield references.fields[number], resource, place


class _Candidate:
    """An object that has had another name, and what it is asked for again and again."""

    def __init__(self, resource: BuiltResource) -> None:
        self.resource = resource
        self.previous = resource.previous_ids
        self.kinds = {each.gvk for each in self.previous}
        self.names = {each.name for each in self.previous}
        self.id = resource.id

    def is_selected(self, gvk: Gvk) -> bool:
        return any(each.is_selected(gvk) for each in self.kinds)


class _Targets:
    """The objects of a kind that have had other names."""

    def __init__(self, every: list[_Candidate]) -> None:
        self.every = every
        self._by_name: defaultdict[str, list[_Candidate]] = defaultdict(list)
        for each in every:
            for name in each.names:
                self._by_name[name].append(each)

    def named(self, name: str) -> list[_Candidate]:
        """Those that have had a name."""
        return self._by_name.get(name, [])


class _Fixer:
    """Changes the names in one field of one object."""

    def __init__(self, referrer: BuiltResource, spec: FieldSpec, targets: _Targets) -> None:
        self._referrer = referrer
        self._targets = targets
        self._path = spec.path
        self._id: ResourceId | None = None

    def fix(self, path: Path) -> None:
        """Change those at the end of a path that is there."""
        value = self._referrer.value.look(path)
        data = value.seen
        if isinstance(data, list):
            for index in range(len(data)):
                self.fix((*path, index))
        elif isinstance(data, dict):
            self._fix_mapping(path, value, data)
        elif data is not None:
            text = value.text()
            found = self._target(text, self._targets.named(text), with_namespace=False)
            if found is not None and found.name != text:
                self._referrer.value.at(path).replace(found.value.fields["metadata"].fields["name"])

    def _fix_mapping(self, path: Path, value: Value, fields: Mapping[str, Value]) -> None:
        """A name with its namespace, such as a subject of a RoleBinding."""
        name, namespace = fields.get("name"), fields.get("namespace")
        if name is None:
            raise BuildError("there is no `name` where one is referred to", value.origin)
        text = name.text()
        targets = self._targets.named(text) if namespace is None else self._in_namespace(namespace.text(), text)
        found = self._target(text, targets, with_namespace=True)
        if found is None:
            return
        metadata = found.value.fields["metadata"].fields
        if found.name != text:
            self._referrer.value.at(path).fields["name"] = metadata["name"].copy()
        if found.namespace and (namespace is None or namespace.text() != found.namespace):
            self._referrer.value.at(path).fields["namespace"] = metadata["namespace"].copy()

    def _in_namespace(self, namespace: str, name: str) -> list[_Candidate]:
        by_original: defaultdict[str, list[_Candidate]] = defaultdict(list)
        by_current: defaultdict[str, list[_Candidate]] = defaultdict(list)
        for each in self._targets.every:
            by_original[each.previous[0].effective_namespace].append(each)
            if not each.id.is_cluster_scoped:
                by_current[each.id.effective_namespace].append(each)
        candidates = by_original.get(namespace) or by_current.get(namespace) or []
        return [each for each in candidates if name in each.names]

    def _target(self, name: str, candidates: list[_Candidate], *, with_namespace: bool) -> BuiltResource | None:
        """The one of the candidates for a name that is meant."""
        found = [each for each in candidates if self._may_be_meant(each)]
        if len(found) > 1:
            found = [each for each in found if _same_ends(each.resource, self._referrer, may_be_empty=True)]
            if len(found) > 1:
                found = [each for each in found if _same_ends(each.resource, self._referrer, may_be_empty=False)]
        if not found:
            return None
        identities = {(each.id.name, each.resource.namespace if with_namespace else "") for each in found}
        if len(identities) > 1:
            names = ", ".join(str(each.id) for each in found)
            raise BuildError(f"`{name}` may be any of {names}", self._referrer.value.origin)
        return found[0].resource

    def _may_be_meant(self, target: _Candidate) -> bool:
        if self._id is None:
            self._id = self._referrer.id
        if self._path.endswith(_ROLE_NAME) and not self._is_role(target):
            return False
        own = self._id
        if own.is_cluster_scoped or target.id.is_cluster_scoped:
            return True
        if own.effective_namespace == target.id.effective_namespace:
            return True
        return target.id.gvk.kind == "ServiceAccount" and self._binds(target)

    def _is_role(self, target: _Candidate) -> bool:
        role = self._referrer.value.get("roleRef")
        if role is None or role.get("apiGroup") is None or role.get("kind") is None:
            return True
        return target.is_selected(Gvk(group=role.text_at("apiGroup"), kind=role.text_at("kind")))

    def _binds(self, target: _Candidate) -> bool:
        """Whether the referrer is a RoleBinding with a ServiceAccount of the target's namespace."""
        if self._referrer.kind != "RoleBinding":
            return False
        subjects = self._referrer.value.get("subjects")
        return any(
            each.text_at("kind") == "ServiceAccount" and each.text_at("namespace") == target.resource.namespace
            for each in (subjects.items if subjects is not None else ())
            if "namespace" in each.fields
        )


def _same_ends(one: BuiltResource, other: BuiltResource, *, may_be_empty: bool) -> bool:
    """Whether both got the same prefixes and suffixes last."""
    for own, others in ((one.prefixes, other.prefixes), (one.suffixes, other.suffixes)):
        if may_be_empty and not (own and others):
            continue
        shorter, longer = sorted((own, others), key=len)
        if not shorter and longer:
            return False
        if shorter and longer[-len(shorter) :] != shorter:
            return False
    return True
