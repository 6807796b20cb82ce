"""Why a kustomization cannot be built, or not wholly."""

from enum import Enum

from kgen.record import record
from kgen.syntax.node import Node


class Cause(Enum):
    """What stands in the way of a whole build."""

    REMOTE = "remote"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    REFUSED = "refused"


@record
class Problem:
    """A reason as a sentence; `node` is what names the file or asks for the impossible, None for a missing root."""

    message: str
    node: Node | None
    cause: Cause = Cause.REFUSED

    def __str__(self) -> str:
        if self.node is None:
            return self.message
        span = self.node.span
        return f"{self.node.source.path}:{span.line}:{span.column}: {self.message}"


class BuildError(Exception):
    """What kustomize refuses, or what kgen cannot read, do or reach."""

    def __init__(self, message: str, node: Node | None = None, cause: Cause = Cause.REFUSED) -> None:
        super().__init__(message)
        self.problem = Problem(message, node, cause)

    def at(self, node: Node | None) -> "BuildError":
        """The same at a node, unless it has its place already."""
        if self.problem.node is not None:
            return self
        return BuildError(self.problem.message, node, self.problem.cause)
