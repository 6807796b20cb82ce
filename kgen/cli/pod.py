"""`kgen pod`: a Pod in one line, the bytes of `kubectl run`, checked as the API server would check it."""

from __future__ import annotations

from kgen.cli.kubectl.pflag import Flag, FlagSet
from kgen.cli.own_flags import parse_own, parse_pairs
from kgen.cli.result import write_result
from kgen.cli.settings import configuration, version_in_force
from kgen.cli.stdio import out
from kgen.errors import InvalidObjectError, KgenError
from kgen.generate.image import is_image_reference
from kgen.generate.pod import Pod
from kgen.generate.pod_arguments import parse_environment
from kgen.syntax.golang import parse_int

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.syntax.value import Mapping

_HELP = """\
Print a Pod of one container: the bytes of `kubectl run`, checked as the API server would check them.

Usage: kgen pod NAME --image IMAGE [FLAGS] [-- ARGUMENT...]

Examples:
  kgen pod hello-nginx --image nginx --port 80
  kgen pod web --image nginx:1.29 --port 80,443 -l app=web,tier=front --env LOG=debug
  kgen pod sleeper --image busybox:1.37 -- sleep 1d

Container:
      --image IMAGE              required
      --port NUMBER,...          ports the application listens on; comma separated or repeated
      --env NAME=VALUE           environment variable; repeated
      -- ARGUMENT...             arguments of the image's command

Pod:
  -l, --label KEY=VALUE,...      labels (default run=NAME); comma separated or repeated
  -n, --namespace NAMESPACE      printed only when given, as kubectl does

Output:
  -o, --output FORMAT|FILE       yaml (default), json, kyaml, name, or a new file
      --clean                    without creationTimestamp and status
      --kubernetes-version 1.N   whose bytes and rules (default the newest; KGEN_KUBERNETES_VERSION, .kgen.yaml)

`kgen run` takes all of kubectl's flags. Exit code: 0 printed, 1 refused, 2 wrong usage. Nothing is sent to a cluster.
"""


def main(argv: list[str]) -> int:
    """Print the Pod of a command line; returns 0, raises InvalidObjectError where a server would refuse it."""
    flags = parse_own("pod", argv, own_flags())
    if flags.truth("help"):
        out(_HELP)
        return 0
    version = version_in_force(flags.text("kubernetes-version"), configuration())
    data = _pod(flags).data(version)
    _check(flags.args[0], data)
    write_result(flags, data)
    return 0


def own_flags() -> list[Flag]:
    """The flags beside those that every generating command takes."""
    return [
        Flag("image", "text", ""),
        Flag("port", "slice", []),
        Flag("label", "array", [], "l"),
        Flag("env", "array", []),
    ]


def _pod(flags: FlagSet) -> Pod:
    name, *args = flags.args
    pod = Pod(name, _image(flags.text("image")))
    pod.namespace = flags.text("namespace")
    pod.args = args
    pod.ports = [_port(text) for text in flags.texts("port")]
    pod.environment = parse_environment(flags.texts("env"))
    labels: dict[str, str] = {}
    for text in flags.texts("label"):
        labels |= parse_pairs("label", text)
    pod.labels = labels or pod.labels
    return pod


def _image(text: str) -> str:
    if not text:
        raise KgenError("`kgen pod` needs an image", "for example --image nginx:1.29")
    if not is_image_reference(text):
        raise KgenError(f"`{text}` is no image reference", "[REGISTRY/]NAME[:TAG][@DIGEST], the name in lower case")
    return text


def _port(text: str) -> int:
    try:
        return parse_int(text, 10, 32)
    except ValueError:
        raise KgenError(f"`{text}` in --port is no port number", "a number from 1 to 65535") from None


def _check(name: str, pod: Mapping) -> None:
    # Loads what `kgen run` does without: kubectl leaves these checks to the API server.
    from kgen.kubernetes.invalid_object import invalid_object  # noqa: PLC0415
    from kgen.kubernetes.workload_validation import validate_workload  # noqa: PLC0415

    complaints = validate_workload(pod)
    if complaints:
        raise InvalidObjectError(invalid_object("Pod", name, complaints))
