"""`expose -f`."""

from __future__ import annotations

from kgen.cli.kubectl.command import Command, Invocation
from kgen.cli.kubectl.dry_run import check_dry_run
from kgen.cli.kubectl.finish import finished, with_overrides
from kgen.cli.kubectl.flags import create_flags, file_flags
from kgen.cli.kubectl.pflag import Flag, FlagSet
from kgen.cli.kubectl.printing import choose_printer
from kgen.cli.stdio import out
from kgen.errors import KgenError, KubectlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.printing import Printer
    from kgen.generate.expose import Expose
    from kgen.syntax.value import Mapping

_NOTHING = """\
You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'"""


def _flags(_minor: int) -> list[Flag]:
    own = (
        "port", "target-port", "protocol", "name", "type", "labels", "selector", "session-affinity", "cluster-ip",
        "external-ip", "load-balancer-ip", "overrides",
    )  # fmt: skip
    return [
        *create_flags("kubectl-expose"),
        *file_flags(),
        *[Flag(name, "text", "", "l" if name == "labels" else "") for name in own],
        Flag("override-type", "text", "merge"),
        Flag("record", "bool", False, deprecated="--record will be removed in the future"),
    ]


def _run(invocation: Invocation) -> None:
    # Reading manifests takes the parser and tables that printing a Service does without.
    from kgen.cli.kubectl.visit import Visit  # noqa: PLC0415

    flags = invocation.flags
    check_dry_run(flags)
    printer = choose_printer(flags, "exposed")
    visit = Visit(_files(flags), flags.truth("recursive"), flags.text("namespace"))
    _refuse_arguments(flags.args)
    expose = _expose(flags)
    visit.each(lambda resource: _print_service(invocation, expose, printer, resource), invocation.version)


def _expose(flags: FlagSet) -> Expose:
    """What the flags say of the Service."""
    from kgen.generate.expose import Expose  # noqa: PLC0415

    expose = Expose()
    expose.cluster_ip = flags.text("cluster-ip")
    expose.external_ip = flags.text("external-ip")
    expose.labels = flags.text("labels")
    expose.load_balancer_ip = flags.text("load-balancer-ip")
    expose.name = flags.text("name")
    expose.port = flags.text("port")
    expose.protocol = flags.text("protocol")
    expose.selector = flags.text("selector")
    expose.session_affinity = flags.text("session-affinity")
    expose.target_port = flags.text("target-port")
    expose.type = flags.text("type")
    return expose


def _print_service(invocation: Invocation, expose: Expose, printer: Printer, resource: Mapping) -> None:
    from kgen.generate.exposed import Exposed  # noqa: PLC0415

    service = expose.service(Exposed(resource)).data(invocation.version)
    out(printer.text(finished(with_overrides(service, invocation), invocation)))


def _files(flags: FlagSet) -> list[str]:
    """The names given with `-f`; raises for all that is no file: arguments, a kustomization, nothing."""
    files, kustomize, args = flags.texts("filename"), flags.text("kustomize"), flags.args
    if files and kustomize:
        raise KubectlError("only one of -f or -k can be specified")
    if kustomize:
        raise KgenError("`expose -k` is not supported", "render the kustomization and pipe it to `kgen expose -f -`")
    if args and not files:
        resource = " ".join(args)
        hint = "give the manifest: kgen expose -f FILE"
        raise KgenError(f"`expose {resource}` looks in a cluster, and kgen never contacts one", hint)
    if not files:
        raise KubectlError(_NOTHING)
    return files


def _refuse_arguments(args: list[str]) -> None:
    """Raise KubectlError for a resource named beside files."""
    if any("/" in argument for argument in args):
        raise KubectlError("resource/name arguments cannot be provided when a path is specified")
    if args:
        given = "when paths, URLs, or stdin is provided as input"
        raise KubectlError(f"{given}, you may not specify resource arguments as well")


COMMAND = Command("expose", _flags, _run)
