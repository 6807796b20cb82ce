"""What a `run` command line asks for, and the checks that every version of kubectl makes of it."""

from __future__ import annotations

from kgen.cli.stdio import err
from kgen.errors import KubectlError
from kgen.generate.service import Service, ServicePort
from kgen.syntax.golang import parse_bool

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.pflag import FlagSet
    from kgen.cli.kubectl.printing import Printer
    from kgen.generate.pod import Pod

ATTACHED = "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)"
RESTART_POLICIES = ("Always", "OnFailure", "Never")
PULL_POLICIES = ("Always", "IfNotPresent", "Never")


class Request:
    """The Pod, its Service where one is asked for, and the printer for both."""

    __slots__ = ("pod", "printer", "service")

    def __init__(self, printer: Printer, pod: Pod, service: Service | None) -> None:
        self.printer = printer
        self.pod = pod
        self.service = service


def texts(flags: FlagSet, name: str) -> list[str]:
    """The values of a repeatable flag after pflag's GetStringArray, which writes them as CSV and reads that back."""
    values = [text.replace("\r\n", "\n") for text in flags.texts(name)]
    return [] if values == [""] else values


def is_attached(flags: FlagSet) -> bool:
    """Whether kubectl would attach to the container: `--stdin` implies it, `--attach=false` prevents it."""
    return flags.truth("attach" if "attach" in flags.changed else "stdin")


def check_cascade(flags: FlagSet) -> None:
    """Accept what `delete` does; a boolean spelling prints kubectl's warning. Raises KubectlError."""
    value = flags.text("cascade")
    try:
        cascade = parse_bool(value)
    except ValueError:
        if value in ("background", "orphan", "foreground"):
            return
        message = f'invalid cascade value ({value}). Must be "background", "foreground", or "orphan"'
        raise KubectlError(message) from None
    meaning = "background" if cascade else "orphan"
    err(f"warning: --cascade={value} is deprecated (boolean value) and can be replaced with --cascade={meaning}.\n")


def fill_container(pod: Pod, flags: FlagSet) -> None:
    """Set what comes straight from flags: arguments, policy, terminal and privileges."""
    if flags.truth("command"):
        pod.command = flags.args[1:]
    else:
        pod.args = flags.args[1:]
    pod.image_pull_policy = flags.text("image-pull-policy")
    pod.privileged = flags.truth("privileged")
    pod.stdin = flags.truth("stdin")
    pod.stdin_once = pod.stdin and not flags.truth("leave-stdin-open")
    pod.tty = flags.truth("tty")


def service_for(pod: Pod, labels: dict[str, str], port: int) -> Service:
    """The Service of `--expose`; it has labels only where they were asked for, and never a type."""
    service = Service(pod.name)
    service.labels = labels
    service.selector = pod.labels
    service.type = ""
    service.ports = [ServicePort(port, port)]
    return service
