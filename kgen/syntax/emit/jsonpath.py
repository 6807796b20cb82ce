"""kubectl's `-o jsonpath=` and `-o jsonpath-as-json=` (client-go's util/jsonpath) for plain data."""

from __future__ import annotations

from kgen.errors import KubectlError
from kgen.record import record
from kgen.syntax.emit.go_text import go_syntax, scalar_text
from kgen.syntax.emit.json import compact_json, to_json
from kgen.syntax.emit.jsonpath_find import JSONPathError, find
from kgen.syntax.emit.jsonpath_parser import JSONPathSyntaxError, parse_paths
from kgen.syntax.golang import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.emit.jsonpath_node import Path


@record
class JSONPath:
    """A template that has been read; where `allow_missing_keys` is false a key not found is an error."""

    template: str
    paths: tuple[Path, ...]
    allow_missing_keys: bool

    def text(self, value: object) -> str:
        """Print what the template finds in `value`; raise KubectlError with kubectl's report of a failure."""
        return "".join(" ".join(map(_shown, results)) for results in self._found(value))

    def as_json(self, value: object) -> str:
        """Print a JSON array for each part of the template; raise KubectlError as `text` does."""
        return "".join(map(to_json, self._found(value)))

    def _found(self, value: object) -> list[list[object]]:
        read = _decoded(value)
        try:
            return find(self.paths, read, self.allow_missing_keys)
        except JSONPathError as error:
            raise KubectlError(self._report(error, read)) from None

    def _report(self, error: JSONPathError, value: object) -> str:
        """kubectl's error text but for its last line feed, which whoever prints it adds."""
        return (
            f"error executing jsonpath {quote(self.template)}: "
            f"Error executing template: {error}. Printing more information for debugging the template:\n"
            f"\ttemplate was:\n\t\t{self.template}\n"
            f"\tobject given to jsonpath engine was:\n\t\t{go_syntax(value)}\n\n"
        )


def parse_jsonpath(template: str, *, allow_missing_keys: bool = True) -> JSONPath:
    """Read a template; raise KubectlError (`error parsing jsonpath {, unclosed action`)."""
    try:
        paths = parse_paths(template)
    except JSONPathSyntaxError as error:
        raise KubectlError(f"error parsing jsonpath {template}, {error}") from None
    return JSONPath(template, tuple(paths), allow_missing_keys)


def _decoded(value: object) -> object:
    """What Go's json.Unmarshal gives for the object's JSON: every number a float, every key in byte order."""
    if isinstance(value, dict):
        return {key: _decoded(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [_decoded(item) for item in value]
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return compact_json(value)
    return "null" if value is None else scalar_text(value)
