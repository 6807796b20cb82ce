"""What can be traced in a wiring, and where its references lead, into other wirings too."""

from __future__ import annotations

from kgen.kubernetes.backend import Family
from kgen.kubernetes.gateway import gateway
from kgen.record import record
from kgen.show.trace.links import Links
from kgen.show.trace.outside import outside
from kgen.wiring.backend_reference import BackendReference, ParentReference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.resource import Resource
    from kgen.kubernetes.service import Service
    from kgen.show.trace.outside import Outside
    from kgen.wiring.backend_reference import ServiceReference
    from kgen.wiring.model import Wiring

_SETTINGS = "DestinationRule"  # of Istio: it says how a Service is reached, and leads nowhere
_SUBSET = "subset"


@record
class Wires:
    """The objects that a wiring is of, without its background; `backends` are what they lead to, by object.

    `links` are those of all wirings.
    """

    wiring: Wiring
    services: Sequence[Service]
    pods: Sequence[PodTemplate]
    gateways: Sequence[Resource]
    backends: Mapping[Resource, Sequence[BackendReference]]
    links: Links


def wires(wirings: Sequence[Wiring]) -> list[Wires]:
    """Link wirings to each other."""
    links, others = Links(), outside(wirings)
    for wiring in wirings:
        links.add(wiring)
    for is_background in (True, False):
        for wiring in wirings:
            for reference in wiring.consumers:
                if (reference.resource in wiring.background) is is_background:
                    _add(reference, wiring, links, others)
    return [_wires(wiring, links) for wiring in wirings]


def _add(reference: ServiceReference, wiring: Wiring, links: Links, others: Outside) -> None:
    if isinstance(reference, ParentReference):
        links.add_parent(others.attached(reference, wiring))
    elif isinstance(reference, BackendReference) and _carries_traffic(reference):
        links.add_backend(others.followed(reference, wiring))


def _wires(wiring: Wiring, links: Links) -> Wires:
    own = [each.resource for each in wiring.manifests if each.resource not in wiring.background]
    asking = dict.fromkeys(each.resource for each in wiring.consumers if each.resource not in wiring.background)
    return Wires(
        wiring=wiring,
        services=[each for each in wiring.services if each.resource not in wiring.background],
        pods=[each for each in wiring.pods if each.resource not in wiring.background],
        gateways=[each for each in own if gateway(each) is not None],
        backends={each: found for each in asking if (found := links.backends(each))},
        links=links,
    )


def _carries_traffic(reference: BackendReference) -> bool:
    """Whether requests come this way: not to a Service that a controller manages, nor through settings of it."""
    is_settings = reference.resource.kind == _SETTINGS or reference.backend.name_node.key == _SUBSET
    return reference.backend.family is not Family.ROLLOUT and not is_settings
