"""What a kustomization breaks that was whole before."""

from __future__ import annotations

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.resource import Resource
    from kgen.kubernetes.selectors import Requirement
    from kgen.kubernetes.service import Service
    from kgen.syntax.node import Node


@record(eq=False)
class LostName:
    """An object goes on naming another one, at `place`, as it was called before it got its new name."""

    resource: Resource
    place: Node
    renamed: Resource


@record(eq=False)
class NarrowedSelector:
    """A Service that selects no pods because of the labels put into its selector; without them it selects `pod`."""

    service: Service
    added: tuple[Requirement, ...]
    pod: PodTemplate

    @property
    def resource(self) -> Resource:
        """The Service's object."""
        return self.service.resource


RenderFault = LostName | NarrowedSelector
