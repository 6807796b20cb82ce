"""The flags that kubectl's commands share: its global ones, printing, dry run, validation."""

from __future__ import annotations

from kgen.cli.kubectl.pflag import Flag, FlagSet

DRY_RUN_BARE = "unchanged"

_GLOBAL_TEXTS = (
    "as", "as-uid", "cache-dir", "certificate-authority", "client-certificate", "client-key", "cluster", "context",
    "kubeconfig", "password", "profile", "profile-output", "request-timeout", "tls-server-name", "token", "user",
    "username", "vmodule", "log-flush-frequency",
)  # fmt: skip
_GLOBAL_TRUTHS = ("disable-compression", "insecure-skip-tls-verify", "match-server-version", "warnings-as-errors")
_SINCE_1_34 = ("kuberc", "proxy-url")


def global_flags(minor: int) -> list[Flag]:
    """kubectl's persistent flags; only `--namespace` has a bearing on what is generated."""
    texts = _GLOBAL_TEXTS if minor < 34 else (*_GLOBAL_TEXTS, *_SINCE_1_34)
    arrays = ("as-group",) if minor < 34 else ("as-group", "as-user-extra")
    return [
        Flag("namespace", "text", "", "n"),
        Flag("server", "text", "", "s"),
        Flag("v", "level", 0, "v"),
        Flag("help", "bool", False, "h"),
        Flag("kubernetes-version", "text", ""),
        *[Flag(name, "text", "") for name in texts],
        *[Flag(name, "bool", False) for name in _GLOBAL_TRUTHS],
        *[Flag(name, "array", []) for name in arrays],
    ]


def print_flags() -> list[Flag]:
    """Which form the object is printed in (cli-runtime's PrintFlags)."""
    return [
        Flag("output", "text", "", "o"),
        Flag("template", "text", ""),
        Flag("allow-missing-template-keys", "bool", True),
        Flag("show-managed-fields", "bool", False),
    ]


def create_flags(manager: str) -> list[Flag]:
    """What every command that makes an object takes; `manager` is the default of `--field-manager`."""
    return [
        *print_flags(),
        Flag("dry-run", "text", "none", bare=DRY_RUN_BARE),
        Flag("field-manager", "text", manager),
        Flag("save-config", "bool", False),
    ]


def file_flags() -> list[Flag]:
    """Which files to read (kubectl's AddFilenameOptionFlags)."""
    return [
        Flag("filename", "slice", [], "f"),
        Flag("kustomize", "text", "", "k"),
        Flag("recursive", "bool", False, "R"),
    ]


def validate_flag() -> Flag:
    """`--validate`, which `create` has and `run` and `expose` have not."""
    return Flag("validate", "text", "strict", bare="strict")


def namespace(flags: FlagSet) -> str:
    """The namespace to print: only one that was asked for; kubectl never prints the context's."""
    return flags.text("namespace")
