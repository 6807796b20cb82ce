"""Which of a Service's pods lack a port that others of them have."""

from collections.abc import Collection, Iterator

from kgen.kubernetes.pod_template import PodTemplate
from kgen.wiring.apply_unit import may_be_one
from kgen.wiring.reference import Selection
from kgen.wiring.scope import Nearness, nearness, surely_share_namespace
from kgen.wiring.world import World


def pods_lacking(having: Collection[PodTemplate], selection: Selection, world: World) -> Iterator[PodTemplate]:
    """The pods that are not among those having the port, if they are sure to run, and to serve until they are stopped.

    One in another folder, or in a namespace that is not known, may be a variant that is applied instead.
    """
    own = selection.service.resource
    for pod in selection.pods:
        if pod.kind.runs_to_completion or any(may_be_one(pod.resource, each.resource) for each in having):
            continue
        shares = surely_share_namespace(world.namespace(own), world.namespace(pod.resource))
        if nearness(own.path, pod.resource.path) <= (Nearness.SAME_FOLDER if shares else Nearness.SAME_FILE):
            yield pod
