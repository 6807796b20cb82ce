"""What an object says it is, and apimachinery's words where it does not say so rightly."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.syntax.go_json import Json, JsonObject, kind_of
from kgen.syntax.golang import quote

_STRUCT = r'struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }'
# Where apimachinery makes the scheme that the message names: a line of its source, by minor version.
_SCHEME_LINES = {30: 100, 31: 100, 32: 100, 33: 110, 34: 110}
_NEWEST_SCHEME_LINE = 111


def type_meta(value: Json, text: str) -> tuple[str, str]:
    """The apiVersion and kind of an object, `text` being its JSON; raises KubectlError where one is missing."""
    if not isinstance(value, dict):
        raise _unreadable(value, f"Go value of type {_STRUCT}")
    api_version, kind = _field(value, "apiVersion"), _field(value, "kind")
    if api_version.count("/") > 1:
        raise KubectlError(f"unexpected GroupVersion string: {api_version}")
    if not kind:
        raise KubectlError(f"Object 'Kind' is missing in '{text}'")
    if not api_version.rpartition("/")[2]:
        raise KubectlError(f"Object 'apiVersion' is missing in '{text}'")
    return api_version.removeprefix("/"), kind


def not_registered(api_version: str, kind: str, minor: int) -> KubectlError:
    """A kind that kubectl has no Go type for."""
    line = _SCHEME_LINES.get(minor, _NEWEST_SCHEME_LINE)
    registered = f"no kind {quote(kind)} is registered for version {quote(api_version)}"
    return KubectlError(f'{registered} in scheme "pkg/runtime/scheme.go:{line}"')


def no_type_info(minor: int) -> KubectlError:
    """An item of a List that kubectl has no Go type for."""
    line = _SCHEME_LINES.get(minor, _NEWEST_SCHEME_LINE)
    return KubectlError(
        'unable to get type info from the object "*runtime.Unknown": no kind is registered for the type '
        f'runtime.Unknown in scheme "pkg/runtime/scheme.go:{line}"'
    )


def _field(value: JsonObject, key: str) -> str:
    found = value.get(key)
    if found is not None and not isinstance(found, str):
        raise _unreadable(found, f"Go struct field .{key} of type string")
    return found or ""


def _unreadable(value: Json, target: str) -> KubectlError:
    message = f"json: cannot unmarshal {kind_of(value)} into {target}"
    return KubectlError(f"couldn't get version/kind; json parse error: {message}")
