"""References of what operates workloads, each with its outcome: monitors, autoscalers, budgets, policies and so on."""

from kgen.kubernetes.autoscaler import Autoscaler
from kgen.kubernetes.disruption_budget import DisruptionBudget
from kgen.kubernetes.monitor import Monitor
from kgen.kubernetes.network_policy import NetworkPolicy, PolicyPort, PolicyRule
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Selector
from kgen.kubernetes.service import Service
from kgen.record import record
from kgen.syntax.node import Node
from kgen.wiring.outcome import Outcome


@record(eq=False)
class MonitorSelection:
    """What a monitor selects: `services` or `pods`, never both."""

    monitor: Monitor
    services: tuple[Service, ...]
    pods: tuple[PodTemplate, ...]
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The monitor's object."""
        return self.monitor.resource

    @property
    def place(self) -> Node:
        """Where the selector stands."""
        return self.monitor.selector.node

    def __str__(self) -> str:
        return f"selector `{self.monitor.selector}` of {self.monitor}"


@record(eq=False)
class MonitoredPort:
    """A port that a monitor names, `text` as it is written there."""

    monitor: Monitor
    place: Node
    text: str
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The monitor's object."""
        return self.monitor.resource

    def __str__(self) -> str:
        return f"port `{self.text}` of {self.monitor}"


@record(eq=False)
class Scaling:
    """What an autoscaler scales; `pod` is the workload that it names, if it is in the repository."""

    autoscaler: Autoscaler
    pod: PodTemplate | None
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The autoscaler's object."""
        return self.autoscaler.resource

    @property
    def place(self) -> Node:
        """Where the target's name stands."""
        return self.autoscaler.node("name")

    def __str__(self) -> str:
        return f"target `{self.autoscaler.kind}/{self.autoscaler.name}` of {self.autoscaler}"


@record(eq=False)
class Rivalry:
    """Two autoscalers that change the same workload in the same direction."""

    first: Scaling
    second: Scaling

    @property
    def resource(self) -> Resource:
        """The object of the latter autoscaler."""
        return self.second.resource


@record(eq=False)
class Protection:
    """The pods that a budget protects."""

    budget: DisruptionBudget
    pods: tuple[PodTemplate, ...]
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The budget's object."""
        return self.budget.resource

    @property
    def place(self) -> Node:
        """Where the selector stands, or the object's name without one."""
        selector = self.budget.selector
        return self.resource.name_node if selector is None else selector.node

    def __str__(self) -> str:
        return f"selector of {self.budget}"


@record(eq=False)
class Overlap:
    """Two budgets that protect the same pods; such pods cannot be evicted."""

    first: Protection
    second: Protection
    pod: PodTemplate

    @property
    def resource(self) -> Resource:
        """The object of the latter budget."""
        return self.second.resource


@record(eq=False)
class PolicySelection:
    """The pods of one selector of a policy; `rule` is the one whose peer it names, None for those it is about."""

    policy: NetworkPolicy
    selector: Selector
    rule: PolicyRule | None
    pods: tuple[PodTemplate, ...]
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The policy's object."""
        return self.policy.resource

    @property
    def place(self) -> Node:
        """Where the selector stands."""
        return self.selector.node

    def __str__(self) -> str:
        part = "" if self.rule is None else f"{self.rule.direction.value} peer of "
        return f"selector `{self.selector}` of {part}{self.policy}"


@record(eq=False)
class PermittedPort:
    """A port of a policy's rule, sought in the pods that receive the traffic."""

    policy: NetworkPolicy
    port: PolicyPort
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The policy's object."""
        return self.policy.resource

    @property
    def place(self) -> Node:
        """Where the port stands."""
        return self.port.port_node

    def __str__(self) -> str:
        return f"port `{self.port.port}` of {self.policy}"


@record(eq=False)
class Governing:
    """The Service that a StatefulSet names."""

    pod: PodTemplate
    place: Node
    name: str
    outcome: Outcome

    @property
    def resource(self) -> Resource:
        """The StatefulSet's object."""
        return self.pod.resource

    def __str__(self) -> str:
        return f"`serviceName: {self.name}` of {self.pod}"


OperationReference = (
    MonitorSelection | MonitoredPort | Scaling | Protection | PolicySelection | PermittedPort | Governing
)
