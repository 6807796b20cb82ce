"""The references that kgen follows, each with its outcome."""

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Selector
from kgen.kubernetes.service import Service, ServicePort
from kgen.record import record
from kgen.syntax.node import Node
from kgen.wiring.backend_reference import ServiceReference
from kgen.wiring.operation_reference import OperationReference
from kgen.wiring.outcome import Outcome
from kgen.wiring.probe_ports import ProbedPort


@record(eq=False)
class Selection:
    """A Service's selector: `pods` are those it selects, nearest to the Service."""

    service: Service
    selector: Selector
    pods: tuple[PodTemplate, ...]
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The Service's object."""
        return self.service.resource

    @property
    def place(self) -> Node:
        """Where the selector stands."""
        return self.selector.node

    def __str__(self) -> str:
        return f"selector `{self.selector}` of {self.service}"


@record(eq=False)
class TargetPort:
    """A port of a Service, sought in the pods it selects.

    `undeclared_in` are the pods that declare ports and not this number, whatever the outcome says: a declaration
    is informational, and its absence alone breaks nothing. `lacking` are those without a port that others have, and
    that are sure to be selected along with these.
    """

    service: Service
    port: ServicePort
    outcome: Outcome
    undeclared_in: tuple[PodTemplate, ...] = ()
    lacking: tuple[PodTemplate, ...] = ()

    @property
    def resource(self) -> Resource:
        """The Service's object."""
        return self.service.resource

    @property
    def place(self) -> Node:
        """Where the target port stands."""
        return self.port.target_node

    def __str__(self) -> str:
        return f"target port `{self.port.target}` of {self.service}"


@record(eq=False)
class WorkloadSelection:
    """A workload's own selector, held against its pod template; `selector` is None where a required one lacks."""

    pod: PodTemplate
    selector: Selector | None
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The workload's object."""
        return self.pod.resource

    @property
    def place(self) -> Node:
        """Where the selector stands, or the workload without one."""
        return self.pod.resource.node if self.selector is None else self.selector.node

    def __str__(self) -> str:
        return f"selector of {self.pod}"


Reference = Selection | TargetPort | WorkloadSelection | ProbedPort | ServiceReference | OperationReference
