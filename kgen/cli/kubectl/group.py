"""The flags of `create` and `create service`, which come to bear when no known kind follows."""

from __future__ import annotations

from kgen.cli.kubectl.command import parse_flags
from kgen.cli.kubectl.flags import create_flags, file_flags, validate_flag
from kgen.cli.kubectl.pflag import Flag, FlagSet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.version import KubernetesVersion


def create_group(path: str, argv: list[str], version: KubernetesVersion) -> FlagSet:
    """Parse the command line of the group `create` or `create service`; raises KubectlError as pflag would."""
    return parse_flags(path, _create_flags() if path == "create" else [], argv, version)


def _create_flags() -> list[Flag]:
    """What `kubectl create -f` takes; kgen reads it only to name kubectl's mistake before its own."""
    return [
        *create_flags("kubectl-create"),
        *file_flags(),
        validate_flag(),
        Flag("edit", "bool", False),
        Flag("raw", "text", ""),
        Flag("selector", "text", "", "l"),
        Flag("windows-line-endings", "bool", False),
    ]
