"""Which files of a repository are read, and reading them safely."""

from kgen.discovery.discover import discover
from kgen.discovery.found import Discovered, Unreadable

__all__ = ["Discovered", "Unreadable", "discover"]
