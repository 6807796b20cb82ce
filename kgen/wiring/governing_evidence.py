"""What proves that a StatefulSet's `serviceName` is the name of no Service of its own."""

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import Service
from kgen.record import record


@record
class GovernedUnderOtherName:
    """These Services select the StatefulSet's pods, and none has the name."""

    services: tuple[Service, ...]


@record
class NearServiceName:
    """A Service beside the StatefulSet has a name that just misses the given one."""

    service: Service


@record
class ServiceInOtherNamespace:
    """The Service of the name stands beside the StatefulSet and is in another namespace."""

    service: Service


@record
class SelectsOthers:
    """The Service of the name selects other pods, `pod` among them, and none of the StatefulSet's."""

    service: Service
    pod: PodTemplate


GoverningEvidence = GovernedUnderOtherName | NearServiceName | ServiceInOtherNamespace | SelectsOthers
