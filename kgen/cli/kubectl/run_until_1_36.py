"""`run` as kubectl read it up to 1.36: checks of the command line first, then a generator fed with its flags."""

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


def read(invocation: Invocation) -> Request:
    """The Pod and Service of a command line; the first mistake raises KubectlError."""
    flags = invocation.flags
    check_dry_run(flags)
    printer = choose_printer(flags)
    check_cascade(flags)
    _check(invocation)
    pod = Pod(flags.args[0], flags.text("image"))
    pod.environment = parse_environment(texts(flags, "env"))
    pod.annotations = parse_annotations(texts(flags, "annotations"))
    labels = parse_labels(flags.text("labels"))
    pod.labels = labels or pod.labels
    pod.restart_policy = flags.text("restart") or "Always"
    fill_container(pod, flags)
    port = flags.text("port")
    pod.ports = [parse_port(port)] if port else []
    service = service_for(pod, labels, pod.ports[0]) if flags.truth("expose") else None
    return Request(printer, pod, service)


def _check(invocation: Invocation) -> None:
    flags = invocation.flags
    if not flags.args:
        raise invocation.usage_error("NAME is required for run")
    if flags.number("pod-running-timeout") <= 0:
        raise invocation.usage_error("--pod-running-timeout must be higher than zero")
    image = flags.text("image")
    if not image:
        raise KubectlError("--image is required")
    if not is_image_reference(image):
        raise KubectlError(f"Invalid image name {quote(image)}: invalid reference format")
    _check_options(invocation)
    if not flags.args[0]:
        raise KubectlError("Parameter: name is required")


def _check_options(invocation: Invocation) -> None:
    flags = invocation.flags
    if flags.truth("tty") and not flags.truth("stdin"):
        raise invocation.usage_error("-i/--stdin is required for containers with -t/--tty=true")
    if flags.truth("expose") and not flags.text("port"):
        raise invocation.usage_error("--port must be set when exposing a service")
    if flags.text("restart") not in ("", *RESTART_POLICIES):
        raise invocation.usage_error(f"invalid restart policy: {flags.text('restart')}")
    if flags.truth("rm") and not is_attached(flags):
        raise invocation.usage_error("--rm should only be used for attached containers")
    if is_attached(flags):
        raise invocation.usage_error(ATTACHED)
    if flags.text("image-pull-policy") not in ("", *PULL_POLICIES):
        raise invocation.usage_error(f"invalid image pull policy: {flags.text('image-pull-policy')}")
