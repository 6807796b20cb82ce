"""`create deployment`."""

from __future__ import annotations

from kgen.cli.kubectl.command import Command, Invocation
from kgen.cli.kubectl.dry_run import check_dry_run, check_validate
from kgen.cli.kubectl.flags import create_flags, validate_flag
from kgen.cli.kubectl.pflag import Flag
from kgen.cli.kubectl.printing import choose_printer
from kgen.cli.stdio import out
from kgen.errors import KubectlError
from kgen.generate.deployment import SUFFIX_ALPHABET, Deployment
from kgen.generate.last_applied import with_last_applied

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.value import Mapping


def _flags(_minor: int) -> list[Flag]:
    return [
        *create_flags("kubectl-create"),
        validate_flag(),
        Flag("image", "slice", []),
        Flag("port", "int32", -1),
        Flag("replicas", "int32", 1, "r"),
    ]


def _run(invocation: Invocation) -> None:
    flags = invocation.flags
    deployment = Deployment(invocation.one_name(), flags.texts("image"), flags.text("namespace"))
    deployment.command = flags.args[1:]
    check_dry_run(flags)
    printer = choose_printer(flags)
    check_validate(flags)
    if len(deployment.images) > 1 and deployment.command:
        raise KubectlError("cannot specify multiple --image options and command")
    deployment.port = flags.number("port")
    deployment.replicas = flags.number("replicas")
    resource: Mapping = deployment.data(invocation.version, _random_suffix)
    if flags.truth("save-config"):
        resource = with_last_applied(resource)
    out(printer.text(resource))


def _random_suffix() -> str:
    import secrets  # noqa: PLC0415 # few images need a suffix

    return "".join(secrets.choice(SUFFIX_ALPHABET) for _ in range(5))


COMMAND = Command("create deployment", _flags, _run, required=("image",))
