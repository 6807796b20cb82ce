"""`--dry-run` and `--validate`: which values kubectl takes, and that kgen never has a cluster."""

from __future__ import annotations

from kgen.cli.kubectl.flags import DRY_RUN_BARE
from kgen.cli.stdio import err
from kgen.errors import KgenError, KubectlError
from kgen.syntax.golang import parse_bool, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.pflag import FlagSet

# Source lines of the two warnings in kubectl's helpers.go, by minor version.
_WARNING_LINES = {32: (702, 716), 33: (702, 716), 34: (719, 733), 35: (719, 733)}
_NEWEST_WARNING_LINES = (714, 728)


def check_dry_run(flags: FlagSet) -> None:
    """Accept `client` in every spelling of kubectl's; absent means `client`, as there is no cluster to ask.

    Deprecated spellings print kubectl's warning. Raises KubectlError for no such value, KgenError for one that needs
    a cluster.
    """
    value = flags.text("dry-run")
    if "dry-run" not in flags.changed or value == "client":
        return
    if value == DRY_RUN_BARE:
        _warn(flags.minor, "--dry-run is deprecated and can be replaced with --dry-run=client.", 0)
        return
    try:
        client = parse_bool(value)
    except ValueError:
        if value not in ("none", "server"):
            message = f'Invalid dry-run value ({value}). Must be "none", "server", or "client".'
            raise KubectlError(message) from None
        raise _no_cluster(value) from None
    meaning = "client" if client else "none"
    message = f"--dry-run={value} is deprecated (boolean value) and can be replaced with --dry-run={meaning}."
    _warn(flags.minor, message, 1)
    if not client:
        raise _no_cluster(value)


def check_validate(flags: FlagSet) -> None:
    """Raise KubectlError for a `--validate` that kubectl does not know; no value has an effect offline."""
    value = flags.text("validate")
    try:
        parse_bool(value)
    except ValueError:
        if value not in ("strict", "warn", "ignore"):
            allowed = "must be one of: strict (or true), warn, ignore (or false)"
            raise KubectlError(f"invalid - validate option {quote(value)}; {allowed}") from None


def _no_cluster(value: str) -> KgenError:
    return KgenError(
        f"`--dry-run={value}` needs a cluster, and kgen never contacts one",
        "leave the flag out or use --dry-run=client",
    )


def _warn(minor: int, message: str, which: int) -> None:
    """Print a klog warning line as kubectl does: level, date, time, process id, source line."""
    import os  # noqa: PLC0415 # a warning is rare
    import time  # noqa: PLC0415

    now = time.time()
    stamp = time.strftime("%m%d %H:%M:%S", time.localtime(now))
    line = _WARNING_LINES.get(minor, _NEWEST_WARNING_LINES)[which]
    err(f"W{stamp}.{int(now % 1 * 1_000_000):06d} {os.getpid():7d} helpers.go:{line}] {message}\n")
