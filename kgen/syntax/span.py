"""Where a piece of a source stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source: 1-based lines and columns counted in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Write the place as editors and compilers do, `line:column`."""
        return f"{self.line}:{self.column}"
