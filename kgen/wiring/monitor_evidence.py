"""What proves that a monitor scrapes nothing."""

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Requirement
from kgen.kubernetes.service import Service, ServicePort
from kgen.record import record


@record
class NearServiceLabel:
    """One label away: `service` has `key=value`, and meets every other requirement."""

    requirement: Requirement
    service: Service
    key: str
    value: str


@record
class LabelsOfPods:
    """The labels are those of the pods that `service` selects; the Service itself lacks the `unmet` ones."""

    service: Service
    unmet: tuple[Requirement, ...]


@record
class ServiceElsewhere:
    """The Service stands beside the monitor, in a namespace that this does not look into."""

    service: Service


@record
class OtherNameOfServicePort:
    """`port` of `service` is meant by its number or by its target; a monitor takes its name, which may be empty."""

    service: Service
    port: ServicePort


@record
class NoSuchServicePort:
    """None of the Services has a port of the name; `closest` is a similar one."""

    services: tuple[Service, ...]
    closest: ServicePort | None


@record
class NoSuchPodPort:
    """None of the pods has a port of the name; `closest` is the one that is meant by its number or a similar name."""

    pods: tuple[PodTemplate, ...]
    closest: ContainerPort | None


MonitorEvidence = (
    NearServiceLabel | LabelsOfPods | ServiceElsewhere | OtherNameOfServicePort | NoSuchServicePort | NoSuchPodPort
)
