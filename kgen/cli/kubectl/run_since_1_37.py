"""`run` as kubectl reads it since 1.37: each value is parsed first, then the command line is checked as a whole."""

from __future__ import annotations

from kgen.cli.kubectl.dry_run import check_dry_run
from kgen.cli.kubectl.printing import choose_printer
from kgen.cli.kubectl.run_request import (
    ATTACHED,
    PULL_POLICIES,
    RESTART_POLICIES,
    Request,
    check_cascade,
    fill_container,
    is_attached,
    service_for,
    texts,
)
from kgen.errors import KubectlError
from kgen.generate.image import is_image_reference
from kgen.generate.pod import Pod
from kgen.generate.pod_arguments import parse_annotations, parse_environment, parse_labels, parse_port
from kgen.syntax.golang import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.command import Invocation
    from kgen.cli.kubectl.pflag import FlagSet


def read(invocation: Invocation) -> Request:
    """The Pod and Service of a command line; the first mistake raises KubectlError."""
    flags = invocation.flags
    annotations = parse_annotations(texts(flags, "annotations"))
    labels = parse_labels(flags.text("labels"))
    environment = parse_environment(texts(flags, "env"))
    _check_values(flags)
    check_dry_run(flags)
    printer = choose_printer(flags)
    check_cascade(flags)
    _check(flags)
    pod = Pod(flags.args[0], flags.text("image"))
    pod.annotations = annotations
    pod.labels = labels or pod.labels
    pod.environment = environment
    pod.restart_policy = flags.text("restart") or ("OnFailure" if flags.truth("stdin") else "Always")
    fill_container(pod, flags)
    port = flags.text("port")
    pod.ports = [parse_port(port)] if port else []
    service = service_for(pod, labels, pod.ports[0]) if flags.truth("expose") else None
    return Request(printer, pod, service)


def _check_values(flags: FlagSet) -> None:
    restart, pull = flags.text("restart"), flags.text("image-pull-policy")
    if restart not in ("", *RESTART_POLICIES):
        raise KubectlError(f"invalid restart policy: {restart}, valid values are: {', '.join(RESTART_POLICIES)}")
    if pull not in ("", *PULL_POLICIES):
        raise KubectlError(f"invalid image pull policy: {pull}, valid values are: {', '.join(PULL_POLICIES)}")
    if flags.number("pod-running-timeout") <= 0:
        raise KubectlError("--pod-running-timeout must be higher than zero")


def _check(flags: FlagSet) -> None:
    if not flags.args:
        raise KubectlError("NAME is required for run")
    image, port = flags.text("image"), flags.text("port")
    if not image:
        raise KubectlError("--image is required")
    if not is_image_reference(image):
        raise KubectlError(f"invalid image name {quote(image)}: invalid reference format")
    if flags.truth("tty") and not flags.truth("stdin"):
        raise KubectlError("-i/--stdin is required for containers with -t/--tty=true")
    if flags.truth("expose") and not port:
        raise KubectlError("--port must be set when exposing a service")
    if port and not _is_number(port):
        raise KubectlError("--port must be a number")
    if flags.truth("rm") and not is_attached(flags):
        raise KubectlError("--rm should only be used for attached containers")
    if is_attached(flags):
        raise KubectlError(ATTACHED)


def _is_number(text: str) -> bool:
    try:
        parse_port(text)
    except KubectlError:
        return False
    return True
