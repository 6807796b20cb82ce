"""How much a finding matters."""

from enum import StrEnum


class Severity(StrEnum):
    """`error` breaks or will be refused, `warning` works and will hurt, `info` is advice."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def at_least(self, other: "Severity") -> bool:
        """Whether this one matters as much as `other`, or more."""
        order = list(Severity)
        return order.index(self) <= order.index(other)
