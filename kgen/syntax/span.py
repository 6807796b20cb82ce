"""Where a piece of a source stands."""

from kgen.record import record


@record
class Span:
    """A stretch of a source: 1-based lines and columns counted in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __lt__(self, other: "Span") -> bool:
        """Whether it starts before the other, or ends before it from the same start."""
        return (self.line, self.column, self.end_line, self.end_column) < (
            other.line,
            other.column,
            other.end_line,
            other.end_column,
        )

    def __str__(self) -> str:
        """Write the place as editors and compilers do, `line:column`."""
        return f"{self.line}:{self.column}"
