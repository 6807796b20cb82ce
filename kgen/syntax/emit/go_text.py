"""How Go's fmt shows plain data: the `%v` of templates and the `%#v` of kubectl's debugging text."""

from kgen.syntax.emit.number import go_number
from kgen.syntax.golang import quote


def go_text(value: object) -> str:
    """Show plain data as `%v` does: `map[a:1 b:[x y]]`, keys sorted."""
    if isinstance(value, dict):
        return "map[" + " ".join(f"{key}:{go_text(value[key])}" for key in sorted(value)) + "]"
    if isinstance(value, list):
        return "[" + " ".join(map(go_text, value)) + "]"
    return "<nil>" if value is None else scalar_text(value)


def go_syntax(value: object) -> str:
    """Show plain data as `%#v` does: as the Go expression for it."""
    if isinstance(value, dict):
        fields = ", ".join(f"{quote(key)}:{go_syntax(value[key])}" for key in sorted(value))
        return f"map[string]interface {{}}{{{fields}}}"
    if isinstance(value, list):
        return "[]interface {}{" + ", ".join(map(go_syntax, value)) + "}"
    if value is None:
        return "interface {}(nil)"
    return quote(value) if isinstance(value, str) else scalar_text(value)


def scalar_text(value: object) -> str:
    """Show a string, boolean or number as `%v` does."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return go_number(value)
    return str(value)


def go_type(value: object) -> str:
    """Name the Go type that encoding/json gives a value, as `%T` does."""
    if isinstance(value, dict):
        return "map[string]interface {}"
    if isinstance(value, list):
        return "[]interface {}"
    names = {bool: "bool", str: "string", int: "int64", float: "float64"}
    return names.get(type(value), "<nil>")
