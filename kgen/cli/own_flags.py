"""Flags of kgen's own generating commands: pflag's grammar, and the nearest name for a slip."""

from __future__ import annotations

from kgen.cli.kubectl.pflag import Flag, FlagError, FlagSet
from kgen.errors import KgenError
from kgen.kubernetes.version import NEWEST_MINOR


def shared_flags() -> list[Flag]:
    """What every generating command of kgen's own takes."""
    return [
        Flag("namespace", "text", "", "n"),
        Flag("output", "text", "yaml", "o"),
        Flag("clean", "bool", False),
        Flag("kubernetes-version", "text", ""),
        Flag("help", "bool", False, "h"),
    ]


def parse_own(command: str, argv: list[str], flags: list[Flag]) -> FlagSet:
    """Parse a command line that has exactly one NAME before any `--`; raises KgenError with a hint."""
    parsed = FlagSet([*shared_flags(), *flags], NEWEST_MINOR)
    try:
        parsed.parse(argv)
    except FlagError as error:
        raise KgenError(str(error), _nearest(str(error), parsed) or f"see `kgen {command} --help`") from None
    names = len(parsed.args) if parsed.dash < 0 else parsed.dash
    if names != 1 and not parsed.truth("help"):
        raise KgenError(
            f"exactly one NAME is required, got {names}", f"kgen {command} NAME; see `kgen {command} --help`"
        )
    return parsed


def _nearest(message: str, flags: FlagSet) -> str:
    if not message.startswith("unknown flag: --"):
        return ""
    from kgen.spelling import close_matches  # noqa: PLC0415 # mistakes only

    near = close_matches(message.removeprefix("unknown flag: --"), flags.flags, n=1)
    return f"did you mean `--{near[0]}`?" if near else ""


def parse_pairs(flag: str, text: str) -> dict[str, str]:
    """Read `key=value[,key=value]`; raises KgenError naming the piece that is none."""
    pairs = {}
    for piece in text.split(","):
        key, equals, value = piece.partition("=")
        if not equals or not key:
            raise KgenError(f"`{piece}` in --{flag} is no KEY=VALUE", f"--{flag} app=web,tier=front")
        pairs[key] = value
    return pairs
