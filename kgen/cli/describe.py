"""`kgen describe svc/NAME`: the page of `kubectl describe service`, from the manifests of the repository."""

from __future__ import annotations

from argparse import Namespace

from kgen.cli.arguments import CommandParser
from kgen.cli.settings import configuration, version_in_force
from kgen.cli.stdio import err, out
from kgen.cli.written_services import in_file, look_over, nothing_found, service_names
from kgen.errors import KgenError
from kgen.show.describe_service import Layout, describe
from kgen.show.pod_endpoints import pod_endpoints
from kgen.show.written_services import named, not_found, places, written_services
from kgen.syntax.display import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.show.written_services import WrittenService
    from kgen.wiring.world import World

_BETWEEN = "\n\n"


class _Arguments(Namespace):
    words: list[str]
    namespace: str | None
    filename: str | None
    show_events: str
    kubernetes_version: str | None


def main(argv: list[str]) -> int:
    """Print a page for each Service; return 1 when one is not there."""
    arguments = parser().read(argv, _Arguments())
    names, config = service_names(arguments.words), configuration()
    layout = Layout(version_in_force(arguments.kubernetes_version, config), arguments.show_events == "true")
    world = look_over(config)
    services = in_file(written_services(world, arguments.namespace), arguments.filename)
    chosen = [_only(found) for name in names if (found := named(services, name))] if names else services
    out(_BETWEEN.join(_page(each, world, layout) for each in chosen))
    missing = [name for name in names if not named(services, name)]
    err("".join(f"{not_found(services, name)}\n" for name in missing))
    if not names and not services:
        err(nothing_found(arguments.namespace))
    return 1 if missing else 0


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser("describe", "Print what `kubectl describe service` would, from the repository's manifests.")
    made.add_argument("words", metavar="svc/NAME", nargs="+", help="a Service, or `svc NAME...`; `svc` for all")
    made.add_argument("-n", "--namespace", help="the Service's namespace")
    made.add_argument("-f", "--filename", metavar="FILE", help="only what is written in this file")
    made.add_argument(
        "--show-events", choices=("true", "false"), nargs="?", const="true", default="true", help="the line for events"
    )
    made.add_argument("--kubernetes-version", metavar="VERSION", help="whose layout to print (default: the newest)")
    return made


def _only(found: Sequence[WrittenService]) -> WrittenService:
    if len(found) > 1:
        message = f"Service `{found[0].data.name}` is written several times: {visible(', '.join(places(found)))}"
        raise KgenError(message, "choose one with `-n NAMESPACE` or `-f FILE`")
    return found[0]


def _page(written: WrittenService, world: World, layout: Layout) -> str:
    endpoints = pod_endpoints(written.service, world)
    if endpoints.doubt is not None:
        err(f"kgen: {visible(f'{written.place}: what {written.service} selects is not sure: {endpoints.doubt}')}\n")
    return describe(written.data, endpoints.texts, layout)
