"""What the generating commands take from flag, environment and configuration, in this order of precedence."""

from __future__ import annotations

import os

from kgen.config.find import config_file
from kgen.errors import KgenError
from kgen.kubernetes.version import KubernetesVersion, target_version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.config.model import Config

VERSION_FLAG = "--kubernetes-version"
DEFAULT_NODE_PORT_RANGE = (30000, 32767)


def take_version(argv: list[str]) -> tuple[KubernetesVersion, list[str]]:
    """The version in force and the arguments without `--kubernetes-version`, which stands before any `--`.

    kubectl has no such flag, and its other flags depend on the version: so it is taken out first.
    """
    rest = list(argv)
    text = None
    end = rest.index("--") if "--" in rest else len(rest)
    for position in range(end - 1, -1, -1):
        argument = rest[position]
        if argument.startswith(f"{VERSION_FLAG}="):
            text = text or argument.partition("=")[2]
            del rest[position]
        elif argument == VERSION_FLAG:
            if position + 1 >= len(rest):
                raise KgenError(f"`{VERSION_FLAG}` needs a version", "for example 1.34")
            text = text or rest[position + 1]
            del rest[position : position + 2]
    return version_in_force(text, configuration()), rest


def configuration() -> Config | None:
    """The configuration in force for the current directory, or None where there is no file."""
    path = config_file(".", os.environ.get("KGEN_CONFIG"))
    if path is None:
        return None
    from kgen.config.load import load  # noqa: PLC0415 # reading YAML costs more than all the rest

    return load(path)


def version_in_force(flag: str | None, config: Config | None) -> KubernetesVersion:
    """The version of the flag, else of KGEN_KUBERNETES_VERSION, else of the configuration, else the newest known."""
    text = flag or os.environ.get("KGEN_KUBERNETES_VERSION") or (config.kubernetes_version if config else None)
    return target_version(text)


def node_port_range(flag: str, config: Config | None) -> tuple[int, int]:
    """The range of nodePorts (`LOW-HIGH`) of the flag, else of the configuration, else the API server's default."""
    if not flag:
        return config.node_port_range if config else DEFAULT_NODE_PORT_RANGE
    low, _, high = flag.partition("-")
    if low.isdecimal() and high.isdecimal() and 0 < int(low) <= int(high) <= 65535:
        return int(low), int(high)
    raise KgenError(f"`{flag}` is no range of ports", "give it like the API server's flag: 30000-32767")
