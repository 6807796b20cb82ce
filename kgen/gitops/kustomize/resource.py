"""An object on its way through a build, with the names it had."""

from collections.abc import Mapping

from kgen.gitops.kustomize.ids import Gvk, ResourceId, former_id, gvk, present_id
from kgen.gitops.kustomize.tree import Value
from kgen.syntax.node import Node

_METADATA = "metadata"


class BuiltResource:
    """An object, the ids it had before each change of its name, and what was put around its name."""

    __slots__ = ("behavior", "needs_hash", "prefixes", "previous", "suffixes", "value", "variables")

    def __init__(self, value: Value, behavior: str = "", *, needs_hash: bool = False) -> None:
        self.value = value
        self.behavior = behavior
        self.needs_hash = needs_hash
        # names, kinds and namespaces; group and version follow the object, as kustomize has it
        self.previous: list[tuple[str, str, str]] = []
        self.prefixes: list[str] = []
        self.suffixes: list[str] = []
        self.variables: list[str] = []

    def __repr__(self) -> str:
        return f"BuiltResource({self.id})"

    @property
    def gvk(self) -> Gvk:
        """Group, version and kind."""
        return gvk(self.value.text_at("apiVersion"), self.value.text_at("kind"))

    @property
    def kind(self) -> str:
        """The kind."""
        return self.value.text_at("kind")

    @property
    def name(self) -> str:
        """The name as it is now."""
        return self.value.text_at(_METADATA, "name")

    @property
    def namespace(self) -> str:
        """The namespace as it is written, empty for none."""
        return self.value.text_at(_METADATA, "namespace")

    @property
    def id(self) -> ResourceId:
        """The id as it is now."""
        return self.value.known(_id)

    @property
    def previous_ids(self) -> list[ResourceId]:
        """The ids that it had, the first one first."""
        if not self.previous:
            return []
        api_version = self.value.text_at("apiVersion")
        return [former_id(api_version, kind, name, namespace) for name, kind, namespace in self.previous]

    @property
    def ids(self) -> list[ResourceId]:
        """All ids it had and has."""
        return [*self.previous_ids, self.id]

    @property
    def original_id(self) -> ResourceId:
        """The id that it started with."""
        return self.previous_ids[0] if self.previous else self.id

    def has_had_name(self, name: str) -> bool:
        """Whether this is or was its name."""
        return name == self.name or any(name == former for former, _, _ in self.previous)

    def remember_id(self) -> None:
        """Let it be found under its present id later."""
        now = self.id
        self.previous.append((now.name, now.gvk.kind, now.effective_namespace))

    def set_metadata(self, field: str, text: str, origin: Node | None) -> None:
        """Write a field of the metadata; empty text removes it."""
        metadata = self.value.get(_METADATA)
        if metadata is None or not isinstance(metadata.data, dict):
            metadata = Value({}, origin)
            self.value.fields[_METADATA] = metadata
        present = metadata.fields.get(field)
        if not text:
            metadata.fields.pop(field, None)
        elif present is None or present.text() != text:
            metadata.fields[field] = Value(text, origin)

    def texts(self, field: str) -> dict[str, str]:
        """The labels or annotations."""
        return {key: value.text() for key, value in _fields(self.metadata(field)).items()}

    def metadata(self, field: str) -> Value | None:
        """A field of the metadata, only to look at."""
        return _fields(_fields(self.value).get(_METADATA)).get(field)

    def copy(self) -> "BuiltResource":
        """The same; this one must not change any more."""
        made = BuiltResource(self.value.lent(), self.behavior, needs_hash=self.needs_hash)
        made.take_history(self)
        return made

    def take_history(self, other: "BuiltResource") -> None:
        """Have the names that another one had."""
        self.previous = list(other.previous)
        self.prefixes = list(other.prefixes)
        self.suffixes = list(other.suffixes)
        self.variables = list(other.variables)


def _id(value: Value) -> ResourceId:
    own = _fields(value)
    metadata = _fields(own.get(_METADATA))
    return present_id(
        _text(own.get("apiVersion")),
        _text(own.get("kind")),
        _text(metadata.get("name")),
        _text(metadata.get("namespace")),
    )


def _fields(value: Value | None) -> Mapping[str, Value]:
    found = None if value is None else value.seen
    return found if isinstance(found, dict) else {}


def _text(value: Value | None) -> str:
    data = None if value is None else value.seen
    return data if isinstance(data, str) else "" if value is None or data is None else value.text()
