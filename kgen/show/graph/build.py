"""From the wiring to the picture."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from kgen.kubernetes.service import Service
from kgen.lint.finding import Finding
from kgen.show.graph.askers import draw_askers
from kgen.show.graph.doors import draw_host_ports, draw_service_doors
from kgen.show.graph.draft import Draft
from kgen.show.graph.findings import Faults, faults
from kgen.show.graph.frames import framed
from kgen.show.graph.model import Graph
from kgen.show.graph.nodes import workload_node
from kgen.show.graph.workloads import draw_selection, draw_service_without_selector
from kgen.wiring.model import Wiring
from kgen.wiring.reference import TargetPort


def graph(wirings: Iterable[Wiring], findings: Iterable[Finding], shown: Callable[[str], str]) -> Graph:
    """The picture of a repository; `shown` makes of a path in it the one to show."""
    draft, known = Draft(shown), faults(findings)
    for wiring in wirings:
        draft.unit = wiring.unit
        _draw_services(draft, wiring, known)
        draw_askers(draft, [each for each in wiring.consumers if each.resource not in wiring.background], known)
        _draw_pods(draft, wiring, known)
    return framed(draft)


def _draw_services(draft: Draft, wiring: Wiring, known: Faults) -> None:
    """Draw the Services that are applied as they are; a patch of one leads nowhere by itself."""
    selections = {each.service: each for each in wiring.selections}
    targets = _by_service(wiring.target_ports)
    for manifest in wiring.service_manifests:
        service = manifest.service
        if service.resource in wiring.background:
            continue
        if service in selections:
            draw_selection(draft, selections[service], targets.get(service, ()), known)
        elif manifest.is_complete:
            draw_service_without_selector(draft, service)
        else:
            continue
        draw_service_doors(draft, service, known)


def _by_service(targets: Iterable[TargetPort]) -> Mapping[Service, list[TargetPort]]:
    found: dict[Service, list[TargetPort]] = defaultdict(list)
    for target in targets:
        found[target.service].append(target)
    return found


def _draw_pods(draft: Draft, wiring: Wiring, known: Faults) -> None:
    for pod in wiring.pods:
        if pod.ports and pod.resource not in wiring.background:
            workload_node(draft, pod)
            draw_host_ports(draft, pod, known)
