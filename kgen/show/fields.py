"""Fields of plain data as Go's structs hold them: what lacks, or has another type, is the type's zero."""

from collections.abc import Mapping, Sequence

from kgen.syntax.value import Data


def mapping(value: Data) -> Mapping[str, Data]:
    """A mapping; empty for whatever else."""
    return value if isinstance(value, dict) else {}


def sequence(value: Data) -> Sequence[Data]:
    """A sequence; empty for whatever else."""
    return value if isinstance(value, list) else ()


def number(value: Data) -> int:
    """An integer, which a boolean is not; 0 for whatever else."""
    return value if type(value) is int else 0


def text(value: Data) -> str:
    """A scalar as text, as people leave out quotes; empty for null and for what is no scalar."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else ""


def optional_text(value: Data) -> str | None:
    """A scalar behind a pointer of Go: None where it is null or left out."""
    return None if value is None else text(value)


def texts(value: Data) -> tuple[str, ...]:
    """A list of scalars."""
    return tuple(map(text, sequence(value)))


def text_map(value: Data) -> Mapping[str, str]:
    """A map of scalars, such as labels."""
    return {key: text(item) for key, item in mapping(value).items()}
