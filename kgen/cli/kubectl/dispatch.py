"""Which of kubectl's commands a command line means: cobra's search for a command between flags."""

from __future__ import annotations

from kgen.cli.stdio import err, out
from kgen.errors import KgenError, KubectlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.command import Command
    from kgen.kubernetes.version import KubernetesVersion

_ROOT_BARE = frozenset(
    ("-h", "--help", "--disable-compression", "--insecure-skip-tls-verify", "--match-server-version",
     "--warnings-as-errors")
)  # fmt: skip
_CREATE_BARE = _ROOT_BARE | frozenset(
    ("--allow-missing-template-keys", "--dry-run", "--edit", "--recursive", "-R", "--save-config",
     "--show-managed-fields", "--validate", "--windows-line-endings")
)  # fmt: skip
_TREE = {"": ("create", "expose", "run"), "create": ("service", "deployment", "ingress")}
_ALIASES = {"svc": "service", "deploy": "deployment", "ing": "ingress"}
_SERVICES = ("clusterip", "externalname", "loadbalancer", "nodeport")
_OTHER_CREATE = (
    "clusterrole", "clusterrolebinding", "configmap", "cronjob", "job", "namespace", "poddisruptionbudget",
    "priorityclass", "quota", "role", "rolebinding", "secret", "serviceaccount", "token",
)  # fmt: skip


def main(argv: list[str], version: KubernetesVersion) -> int:
    """Run the command that `argv` names, as kubectl would find it."""
    path, rest = find(argv)
    if path == "create":
        return _create(rest, version)
    if path == "create service":
        return _create_service(rest, version)
    return command_at(path).main(rest, version)


def find(argv: list[str]) -> tuple[str, list[str]]:
    """The deepest command named and the arguments left for it; flags may stand before its words."""
    path, rest = "", list(argv)
    while True:
        position = _first_word(rest, _CREATE_BARE if path == "create" else _ROOT_BARE)
        word = None if position is None else _child(path, rest[position])
        if position is None or word is None:
            return path, rest
        del rest[position]
        path = f"{path} {word}".strip()


def _child(path: str, word: str) -> str | None:
    if path == "create service":
        return word if word in _SERVICES else None
    name = _ALIASES.get(word, word) if path == "create" else word
    return name if name in _TREE.get(path, ()) else None


def _first_word(argv: list[str], bare: frozenset[str]) -> int | None:
    """Where the first argument stands that is neither a flag nor, by its look, a flag's value."""
    position = 0
    while position < len(argv):
        argument = argv[position]
        if argument == "--":
            return None
        short = argument.startswith("-") and len(argument) == 2
        if (argument.startswith("--") or short) and "=" not in argument and argument not in bare:
            position += 2
            continue
        if argument and not argument.startswith("-"):
            return position
        position += 1
    return None


def command_at(path: str) -> Command:
    """The command of a path such as `create service nodeport`."""
    # One import each: a command's flags and generator are loaded only when it is called.
    if path.startswith("create service "):
        from kgen.cli.kubectl import create_service  # noqa: PLC0415

        return create_service.command(path.rpartition(" ")[2])
    if path == "create deployment":
        from kgen.cli.kubectl import create_deployment  # noqa: PLC0415

        return create_deployment.COMMAND
    if path == "create ingress":
        from kgen.cli.kubectl import create_ingress  # noqa: PLC0415

        return create_ingress.COMMAND
    if path == "expose":
        from kgen.cli.kubectl import expose  # noqa: PLC0415

        return expose.COMMAND
    from kgen.cli.kubectl import run  # noqa: PLC0415

    return run.COMMAND


def _create(argv: list[str], version: KubernetesVersion) -> int:
    """`create` without a kind that kgen generates; kubectl's `create -f` needs a cluster."""
    from kgen.cli.kubectl.group import create_group  # noqa: PLC0415 # mistakes only

    position = _first_word(argv, _CREATE_BARE)
    if position is not None and argv[position] in _OTHER_CREATE:
        raise KgenError(
            f"kgen does not generate `{argv[position]}`",
            "`kgen create` makes a service, a deployment or an ingress",
        )
    flags = create_group("create", argv, version)
    if flags.truth("help"):
        return _print_help("create")
    if flags.args:
        listed = " ".join(flags.args)
        raise KubectlError(f"Unexpected args: [{listed}]\nSee 'kubectl create -h' for help and examples")
    if "filename" in flags.changed or "kustomize" in flags.changed:
        raise KgenError("`create -f` sends a manifest to a cluster, and kgen never contacts one", "try `kgen lint`")
    raise KubectlError("must specify one of -f and -k")


def _create_service(argv: list[str], version: KubernetesVersion) -> int:
    """`create service` without a known type: kubectl prints its help as an error."""
    from kgen.cli.kubectl.group import create_group  # noqa: PLC0415
    from kgen.cli.kubectl.help import group_help  # noqa: PLC0415

    flags = create_group("create service", argv, version)
    if flags.truth("help"):
        return _print_help("create service")
    if flags.args:
        listed = " ".join(flags.args)
        raise KubectlError(f"unknown command \"{listed}\"\nSee 'kubectl create service -h' for help and examples")
    err(group_help("create service"))
    return 1


def _print_help(path: str) -> int:
    from kgen.cli.kubectl.help import group_help  # noqa: PLC0415

    out(group_help(path))
    return 0
