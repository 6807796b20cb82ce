"""Selectors that match, and do harm all the same; and Services that lack one."""

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Requirement
from kgen.kubernetes.service import Service
from kgen.record import record
from kgen.wiring.reference import WorkloadSelection


@record(eq=False)
class SelectorOverlap:
    """The selector of a workload matches the pods of another one, `other`."""

    selection: WorkloadSelection
    other: PodTemplate

    @property
    def resource(self) -> Resource:
        """The object whose selector it is."""
        return self.selection.pod.resource


@record(eq=False)
class MissingOrdinal:
    """A Service asks for a pod of a StatefulSet by name; the set has those of `ordinals`, and this is none of them."""

    service: Service
    requirement: Requirement
    pod: PodTemplate
    ordinals: range

    @property
    def resource(self) -> Resource:
        """The Service's object."""
        return self.service.resource


@record(eq=False)
class UnstableLabel:
    """A selector asks for a label that changes with each release; `frozen` says that the selector cannot follow."""

    resource: Resource
    requirement: Requirement
    frozen: bool


@record(eq=False)
class SelectorLeftOut:
    """A Service has no selector, and nothing gives it endpoints; `pod` are the pods it is named after."""

    service: Service
    pod: PodTemplate

    @property
    def resource(self) -> Resource:
        """The Service's object."""
        return self.service.resource


SelectorFault = SelectorOverlap | MissingOrdinal | UnstableLabel | SelectorLeftOut
