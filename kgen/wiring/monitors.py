"""What monitors select: Services by their own labels, pods by those of their templates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kgen.kubernetes.monitor import Monitor, Scraped
from kgen.kubernetes.selectors import Selector
from kgen.kubernetes.service import Service
from kgen.record import record
from kgen.wiring.monitor_evidence import LabelsOfPods, NearServiceLabel, ServiceElsewhere
from kgen.wiring.operation_reference import MonitorSelection
from kgen.wiring.outcome import Broken, Outcome, Unverifiable, Verified
from kgen.wiring.pod_selection import PodSearch, is_equality, near_key, unreadable_near, why_unfilled
from kgen.wiring.scope import Nearness, nearness
from kgen.wiring.watch import Watch, opaque_in, own_namespace
from kgen.wiring.world import World


def resolve_monitors(monitors: Sequence[Monitor], world: World, search: PodSearch) -> Iterator[MonitorSelection]:
    """Follow the selector of every monitor that has requirements."""
    services = _ServiceSearch(world, _by_label(world.services if monitors else ()))
    for each in monitors:
        if not each.selector.requirements:
            continue
        watch = watch_of(each, world)
        if each.scraped is Scraped.PODS:
            pods, outcome = search.select(each.selector, watch)
            yield MonitorSelection(each, (), pods, outcome)
        else:
            found, outcome = services.select(each.selector, watch)
            yield MonitorSelection(each, found, (), outcome)


def watch_of(monitor: Monitor, world: World) -> Watch:
    """Where a monitor looks."""
    if monitor.namespaces == frozenset():
        return own_namespace(monitor.resource, world)
    return Watch(monitor.resource, monitor.namespaces)


@record
class _ServiceSearch:
    world: World
    by_label: Mapping[tuple[str, str], list[Service]]

    def select(self, selector: Selector, watch: Watch) -> tuple[tuple[Service, ...], Outcome]:
        reason = self.world.claims.reason(watch.resource.path) or why_unfilled(selector)
        if reason is not None:
            return (), Unverifiable(reason)
        matching = self._matching(selector)
        possible = [each for each in matching if watch.may_hold(self.world.namespace(each.resource))]
        if possible:
            return self._outcome_of_match(possible, watch)
        return (), self._outcome_without_match(selector, matching, watch)

    def _matching(self, selector: Selector) -> list[Service]:
        services: Iterable[Service] = self.world.services
        for each in filter(is_equality, selector.requirements):
            services = self.by_label.get((each.key, each.values[0]), ())
        return [service for service in services if selector.matches(service.resource.labels)]

    def _outcome_of_match(self, possible: list[Service], watch: Watch) -> tuple[tuple[Service, ...], Outcome]:
        nearest = min(nearness(watch.resource.path, each.resource.path) for each in possible)
        services = tuple(
            each
            for each in possible
            if watch.surely_holds(self.world.namespace(each.resource))
            or nearness(watch.resource.path, each.resource.path) == nearest
        )
        return services, self._judgement(services, nearest, watch)

    def _judgement(self, services: tuple[Service, ...], nearest: Nearness, watch: Watch) -> Outcome:
        claims = (self.world.claims.reason(each.resource.path) for each in services)
        claim = next(filter(None, claims), None)
        if claim is not None:
            return Unverifiable(f"of the Services it selects {claim}")
        sure = any(watch.surely_holds(self.world.namespace(each.resource)) for each in services)
        if not sure and nearest is Nearness.ELSEWHERE:
            return Unverifiable(f"only {services[0]} in another part of the repository matches")
        return Verified()

    def _outcome_without_match(self, selector: Selector, matching: list[Service], watch: Watch) -> Outcome:
        unreadable = unreadable_near(selector, watch, self.world)
        if unreadable is not None:
            return Unverifiable(unreadable)
        evidence = next(self._proofs(selector, matching, watch), None)
        if evidence is not None:
            return Broken(evidence)
        opaque = opaque_in(watch, self.world)
        if opaque is not None:
            return Unverifiable(f"{opaque} may deploy its Services")
        return Unverifiable("no Service has these labels, and none is known that should")

    def _proofs(
        self, selector: Selector, matching: list[Service], watch: Watch
    ) -> Iterator[NearServiceLabel | LabelsOfPods | ServiceElsewhere]:
        services = self._neighbours(watch)
        for service in services:
            unmet = selector.unmet(service.resource.labels)
            key = near_key(unmet[0], service.resource.labels.items()) if len(unmet) == 1 else None
            if key is not None:
                yield NearServiceLabel(unmet[0], service, key, service.resource.labels[key])
        if opaque_in(watch, self.world) is None:
            yield from self._labels_of_pods(selector, services)
        path = watch.resource.path
        beside = (each for each in matching if nearness(path, each.resource.path) <= Nearness.SAME_FOLDER)
        yield from map(ServiceElsewhere, beside)

    def _labels_of_pods(self, selector: Selector, services: Iterable[Service]) -> Iterator[LabelsOfPods]:
        """The Services in front of pods of the repository that ask these for the labels."""
        for service in services:
            if not service.selects_pods or service.selector is None or not selector.matches(_asked(service.selector)):
                continue
            path = service.resource.path
            pods = self.world.pods.selected_by(service.selector)
            if any(nearness(path, pod.resource.path) <= Nearness.ADJACENT for pod in pods):
                yield LabelsOfPods(service, selector.unmet(service.resource.labels))

    def _neighbours(self, watch: Watch) -> list[Service]:
        """The Services that can be meant and whose labels are as written, nearest first."""
        reach = Nearness.ADJACENT if opaque_in(watch, self.world) is None else Nearness.SAME_FOLDER
        return [
            each
            for each in self.world.service_places.near(watch.resource.path, reach)
            if watch.may_hold(self.world.namespace(each.resource))
            and self.world.claims.reason(each.resource.path) is None
        ]


def _asked(selector: Selector) -> dict[str, str]:
    """The labels that an equality selector asks for."""
    return {each.key: each.values[0] for each in selector.requirements}


def _by_label(services: Iterable[Service]) -> Mapping[tuple[str, str], list[Service]]:
    index: dict[tuple[str, str], list[Service]] = defaultdict(list)
    for service in services:
        for label in service.resource.labels.items():
            index[label].append(service)
    return index
