"""A manifest's data -> the objects in it, as kubectl's resource builder decodes and looks them up."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.kubernetes.served_kinds import is_removed, is_served
from kgen.kubernetes.struct_table import struct_table
from kgen.kubernetes.type_meta import no_type_info, not_registered, type_meta
from kgen.kubernetes.typed_object import TypedObject
from kgen.syntax.emit.json import compact_json
from kgen.syntax.go_json import JsonSyntaxError, parse_json
from kgen.syntax.golang import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgen.generate.manifest_stream import Manifest
    from kgen.syntax.value import Data, Mapping


class ItemsError(KubectlError):
    """What is wrong with the items of a list."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__(joined(messages))
        self.messages = messages


def joined(messages: list[str]) -> str:
    """Several errors as Go shows them as one."""
    return messages[0] if len(messages) == 1 else f"[{', '.join(dict.fromkeys(messages))}]"


def decoded(manifest: Manifest, source: str, minor: int) -> Iterator[Mapping]:
    """The object of a manifest, or those of a list, as kubectl 1.`minor` takes them.

    Raises KubectlError, naming the source, for what is no object, does not fit its Go type, or is of a kind that API
    servers do not have by themselves; ItemsError, without the source, for what is wrong inside a list.
    """
    value = manifest.value
    try:
        api_version, kind = _checked(value, manifest.json, minor)
    except KubectlError as error:
        raise KubectlError(f"unable to decode {quote(source)}: {error}") from None
    assert isinstance(value, dict)
    if is_removed(api_version, kind):
        raise _unmatched(value, source)
    if _is_list(value):
        yield from _items(value, minor)
    elif kind.endswith("List"):
        identity: Mapping = {"apiVersion": api_version, "kind": kind.removesuffix("List")}
        yield from [item | identity for item in _sequence(value.get("items")) if isinstance(item, dict)]
    else:
        yield value


def _items(value: Mapping, minor: int) -> Iterator[Mapping]:
    """The objects of a `List`: none if one cannot be decoded, else all but those of kinds unknown to Go."""
    known, errors, unknown = [], [], []
    for item in _sequence(value.get("items")):
        if item is None:
            unknown.append("unable to get type info from the object %!q(<nil>): expected pointer, but got invalid kind")
        elif not _is_known(item):
            unknown.append(str(no_type_info(minor)))
        else:
            try:
                _checked(item, compact_json(item), minor)
            except KubectlError as error:
                errors.append(str(error))
            known += [item] if isinstance(item, dict) else []
    if errors:
        raise ItemsError(errors)
    for resource in known:
        yield from _items(resource, minor) if _is_list(resource) else [resource]
    if unknown:
        raise ItemsError(unknown)


def _is_known(item: Data) -> bool:
    """Whether Go has the item's type; an item that names none is for the decoder to refuse."""
    api_version, kind = (item.get("apiVersion"), item.get("kind")) if isinstance(item, dict) else (None, None)
    return not api_version or not kind or _is_registered(str(api_version), str(kind))


def _is_list(resource: Mapping) -> bool:
    return resource["apiVersion"] == "v1" and resource["kind"] == "List"


def _checked(resource: Data, text: str, minor: int) -> tuple[str, str]:
    """The apiVersion and kind of an object, `text` in JSON, that fits its Go type; raises KubectlError."""
    try:
        value = parse_json(text)
    except JsonSyntaxError as error:
        raise KubectlError(str(error)) from None
    api_version, kind = type_meta(value, text)
    if not _is_registered(api_version, kind):
        raise not_registered(api_version, kind, minor)
    if kind.endswith("List") and isinstance(resource, dict):
        _check_items(resource.get("items"), kind)
    table = struct_table(minor)
    type_name = table.kind(api_version, kind)
    if type_name is not None and isinstance(value, dict):
        TypedObject(table, minor).read(value, type_name)
    return api_version, kind


def _check_items(items: Data, kind: str) -> None:
    if items is None or isinstance(items, list):
        return
    item = "runtime.RawExtension" if kind == "List" else f"v1.{kind.removesuffix('List')}"
    found = {dict: "object", str: "string", bool: "bool"}.get(type(items), "number")
    raise KubectlError(f"json: cannot unmarshal {found} into Go struct field {kind}.items of type []{item}")


def _is_registered(api_version: str, kind: str) -> bool:
    if (api_version, kind) == ("v1", "List"):
        return True
    one = kind.removesuffix("List")
    return is_served(api_version, one) or is_removed(api_version, one)


def _unmatched(resource: Mapping, source: str) -> KubectlError:
    """A kind that kubectl still decodes and no API server has any more."""
    metadata = resource.get("metadata")
    fields = metadata if isinstance(metadata, dict) else {}
    name, namespace = quote(str(fields.get("name") or "")), quote(str(fields.get("namespace") or ""))
    kind, api_version = quote(str(resource["kind"])), quote(str(resource["apiVersion"]))
    return KubectlError(
        f"resource mapping not found for name: {name} namespace: {namespace} from {quote(source)}: "
        f"no matches for kind {kind} in version {api_version}\nensure CRDs are installed first"
    )


def _sequence(value: Data) -> list[Data]:
    return value if isinstance(value, list) else []
