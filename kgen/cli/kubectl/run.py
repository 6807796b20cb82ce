"""`run`: a Pod, and with `--expose` a Service for it."""

from __future__ import annotations

from kgen.cli.kubectl.command import Command, Invocation
from kgen.cli.kubectl.finish import finished, with_overrides
from kgen.cli.kubectl.flags import create_flags
from kgen.cli.kubectl.pflag import Flag
from kgen.cli.kubectl.printing import output_format
from kgen.cli.stdio import out
from kgen.errors import KubectlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.printing import Printer
    from kgen.syntax.value import Mapping

_REWRITTEN = 37
_MINUTE = 60_000_000_000
_IGNORED = "it is ignored by kubectl run and will be removed in a future release"
_UNUSED = "because it is not used by this command. It will be removed in version 1.29."
_IRRELEVANT = "because it is not relevant for this command. It will be removed in version 1.29."


def _flags(minor: int) -> list[Flag]:
    return [
        *create_flags("kubectl-run"),
        *_delete_flags(minor),
        Flag("record", "bool", False, deprecated="--record will be removed in the future"),
        Flag("annotations", "array", []),
        Flag("image", "text", ""),
        Flag("image-pull-policy", "text", ""),
        Flag("rm", "bool", False),
        Flag("env", "array", []),
        Flag("port", "text", ""),
        Flag("labels", "text", "", "l"),
        Flag("stdin", "bool", False, "i"),
        Flag("tty", "bool", False, "t"),
        Flag("attach", "bool", False),
        Flag("leave-stdin-open", "bool", False),
        Flag("restart", "text", "Always"),
        Flag("command", "bool", False),
        Flag("expose", "bool", False),
        Flag("quiet", "bool", False, "q"),
        Flag("privileged", "bool", False),
        Flag("overrides", "text", ""),
        Flag("override-type", "text", "merge"),
        Flag("pod-running-timeout", "duration", _MINUTE),
        *([Flag("detach-keys", "text", "ctrl-p,ctrl-q")] if minor >= 36 else []),
    ]


def _delete_flags(minor: int) -> list[Flag]:
    """Flags of `delete` that `run` takes for `--rm`; none has an effect here, and 1.30 says so."""
    unused = _UNUSED if minor <= 30 else ""
    filename = Flag("filename", "slice", [], "f", deprecated=_IGNORED if minor >= _REWRITTEN else unused)
    filename.deprecated_shorthand = _IGNORED if minor >= _REWRITTEN else ""
    return [
        filename,
        Flag("kustomize", "text", "", "k", deprecated=unused),
        Flag("recursive", "bool", False, "R", deprecated=unused),
        Flag("force", "bool", False, deprecated=unused),
        Flag("cascade", "text", "background", bare="background", deprecated=_IRRELEVANT if minor <= 30 else ""),
        Flag("grace-period", "int", -1, deprecated=unused),
        Flag("timeout", "duration", 0, deprecated=unused),
        Flag("wait", "bool", False, deprecated=unused),
    ]


def _run(invocation: Invocation) -> None:
    rewritten = invocation.version.minor >= _REWRITTEN
    # The two ways of kubectl to read this command line share little but the Pod they make of it.
    if rewritten:
        from kgen.cli.kubectl.run_since_1_37 import read  # noqa: PLC0415
    else:
        from kgen.cli.kubectl.run_until_1_36 import read  # noqa: PLC0415
    request = read(invocation)
    pod = finished(with_overrides(request.pod.data(invocation.version), invocation), invocation)
    if request.service is None:
        _print_each(request.printer, [pod])
        return
    service = finished(request.service.data(invocation.version), invocation)
    if rewritten:
        _print_each(request.printer, [pod, service])
        return
    _print_service_first(request.printer, service, pod, output_format(invocation.flags))


def _print_service_first(printer: Printer, service: Mapping, pod: Mapping, output: str) -> None:
    """Print both as kubectl did up to 1.36: in YAML with a separator of its own besides the printer's."""
    refused = None
    try:
        _print_each(printer, [service])
        out("---\n" if output == "yaml" else "")
    except KubectlError as error:
        refused = error
    _print_each(printer, [pod])
    if refused is not None:
        raise refused


def _print_each(printer: Printer, resources: list[Mapping]) -> None:
    """Print what can be printed, then raise the first refusal of the printer."""
    refused = None
    for resource in resources:
        out(printer.separator())
        try:
            out(printer.body(resource))
        except KubectlError as error:
            refused = refused or error
    if refused is not None:
        raise refused


COMMAND = Command("run", _flags, _run, required=("image",))
