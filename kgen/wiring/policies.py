"""The pods that network policies are about, and the peers that they let through."""

from collections.abc import Iterable, Iterator

from kgen.kubernetes.network_policy import NetworkPolicy, PolicyRule
from kgen.kubernetes.selectors import Selector
from kgen.wiring.operation_reference import PolicySelection
from kgen.wiring.pod_selection import PodSearch
from kgen.wiring.watch import own_namespace


def resolve_policies(policies: Iterable[NetworkPolicy], search: PodSearch) -> Iterator[PolicySelection]:
    """Follow every selector of policies that has requirements and looks into the policy's own namespace."""
    for policy in policies:
        watch = own_namespace(policy.resource, search.world)
        for selector, rule in _selectors(policy):
            if selector.requirements:
                pods, outcome = search.select(selector, watch)
                yield PolicySelection(policy, selector, rule, pods, outcome)


def _selectors(policy: NetworkPolicy) -> Iterator[tuple[Selector, PolicyRule | None]]:
    yield policy.selector, None
    for rule in policy.rules:
        yield from ((peer.pods, rule) for peer in rule.peers if peer.pods is not None)
