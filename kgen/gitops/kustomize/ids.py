"""What kustomize tells objects apart by."""

import json
from functools import cache

from kgen.data import root
from kgen.record import record

_NOT_NAMESPACED = "_non_namespaceable_"
DEFAULT_NAMESPACE = "default"


@record
class Gvk:
    """Group, version and kind; an empty part of a selector means any."""

    group: str = ""
    version: str = ""
    kind: str = ""

    def __hash__(self) -> int:
        return hash(self.kind)  # whose hash is known, while that of all three would be made anew again and again

    @property
    def api_version(self) -> str:
        """`apps/v1`, or `v1` for the core group."""
        return f"{self.group}/{self.version}" if self.group else self.version

    @property
    def is_cluster_scoped(self) -> bool:
        """Whether it is a built-in kind that has no namespace."""
        return f"{self.api_version} {self.kind}" in _cluster_scoped()

    def is_selected(self, selector: "Gvk") -> bool:
        """Whether each part that the selector names is this one's."""
        return (
            selector.kind in ("", self.kind)
            and selector.group in ("", self.group)
            and selector.version in ("", self.version)
        )


@record
class ResourceId:
    """A kind, a name and the namespace that is written, which may be empty."""

    gvk: Gvk
    name: str
    namespace: str
    is_cluster_scoped: bool = False

    @property
    def effective_namespace(self) -> str:
        """The namespace the object is in as far as kustomize knows."""
        return _NOT_NAMESPACED if self.is_cluster_scoped else self.namespace or DEFAULT_NAMESPACE

    def equals(self, other: "ResourceId") -> bool:
        """Whether both are the same object."""
        return (
            self.name == other.name and self.gvk == other.gvk and self.effective_namespace == other.effective_namespace
        )

    def is_selected_by(self, selector: "ResourceId") -> bool:
        """Whether all that the selector names is this one's."""
        return (
            selector.name in ("", self.name)
            and (not selector.namespace or selector.effective_namespace == self.effective_namespace)
            and self.gvk.is_selected(selector.gvk)
        )

    def __str__(self) -> str:
        place = f" in namespace {self.namespace}" if self.namespace else ""
        return f"{self.gvk.kind} {self.name}{place}"


@cache
def gvk(api_version: str, kind: str) -> Gvk:
    """The parts of an apiVersion, and the kind."""
    group, slash, version = api_version.partition("/")
    return Gvk(group, version, kind) if slash else Gvk("", api_version, kind)


@cache
def present_id(api_version: str, kind: str, name: str, namespace: str) -> ResourceId:
    """The id of an object as it is."""
    own = gvk(api_version, kind)
    return ResourceId(own, name, namespace, own.is_cluster_scoped)


@cache
def former_id(api_version: str, kind: str, name: str, namespace: str) -> ResourceId:
    """The id that an object had, which is taken to be in a namespace whatever its kind."""
    return ResourceId(gvk(api_version, kind), name, namespace)


@cache
def _cluster_scoped() -> frozenset[str]:
    text = (root() / "schemas" / "kustomize" / "merge-keys.json").read_text(encoding="utf-8")
    return frozenset(json.loads(text)["clusterScoped"])
