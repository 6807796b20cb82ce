"""The references that kgen follows, each with its outcome."""

from dataclasses import dataclass

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Selector
from kgen.kubernetes.service import Service, ServicePort
from kgen.wiring.backend_reference import ServiceReference
from kgen.wiring.operation_reference import OperationReference
from kgen.wiring.outcome import Outcome
from kgen.wiring.probe_ports import ProbedPort


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """A Service's selector: `pods` are those it selects, nearest to the Service."""

    service: Service
    selector: Selector
    pods: tuple[PodTemplate, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(frozen=True, slots=True, eq=False)
class WorkloadSelection:
    """A workload's own selector, held against its pod template; `selector` is None where a required one lacks."""

    pod: PodTemplate
    selector: Selector | None
    outcome: Outcome


Reference = Selection | TargetPort | WorkloadSelection | ProbedPort | ServiceReference | OperationReference
