"""The references of what operates workloads: monitors, autoscalers, budgets, policies and governing Services."""

from collections.abc import Sequence

from kgen.kubernetes.autoscaler import autoscaler
from kgen.kubernetes.disruption_budget import disruption_budget
from kgen.kubernetes.monitor import monitor
from kgen.kubernetes.network_policy import network_policy
from kgen.kubernetes.resource import Resource
from kgen.record import record
from kgen.wiring.apply_unit import ApplyUnits
from kgen.wiring.disruption import overlaps, resolve_protections
from kgen.wiring.governing_service import resolve_governing
from kgen.wiring.monitor_ports import resolve_monitored_ports
from kgen.wiring.monitors import resolve_monitors
from kgen.wiring.operation_reference import OperationReference, Overlap, Rivalry
from kgen.wiring.pod_selection import PodSearch
from kgen.wiring.policies import resolve_policies
from kgen.wiring.policy_ports import resolve_policy_ports
from kgen.wiring.reference import Selection
from kgen.wiring.scaling import resolve_scaling, rivalries
from kgen.wiring.world import World


@record
class Operations:
    """`references` with their outcomes, and the pairs of objects that act on the same workload."""

    references: tuple[OperationReference, ...]
    rivalries: tuple[Rivalry, ...]
    overlaps: tuple[Overlap, ...]


def resolve_operations(
    resources: Sequence[Resource], selections: Sequence[Selection], world: World, units: ApplyUnits
) -> Operations:
    """Resolve the references of every such object."""
    search = PodSearch(world)
    monitored = tuple(resolve_monitors([*filter(None, map(monitor, resources))], world, search))
    scalings = tuple(resolve_scaling([*filter(None, map(autoscaler, resources))], world))
    protections = tuple(resolve_protections(filter(None, map(disruption_budget, resources)), search))
    policies = tuple(resolve_policies(filter(None, map(network_policy, resources)), search))
    return Operations(
        references=(
            *monitored,
            *resolve_monitored_ports(monitored, selections, world),
            *scalings,
            *protections,
            *policies,
            *resolve_policy_ports(policies, selections),
            *resolve_governing(world),
        ),
        rivalries=tuple(rivalries(scalings, world, units)),
        overlaps=tuple(overlaps(protections, units)),
    )
