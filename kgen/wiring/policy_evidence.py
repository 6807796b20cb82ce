"""What proves that a policy or a budget does not do what it is written for."""

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import Service, ServicePort
from kgen.record import record


@record
class EmptySelectsNone:
    """The selector is `{}`, which matches no pod in this API version."""


@record
class NilSelectsNone:
    """There is no selector, and none matches no pod."""


@record
class PortOfService:
    """The number is that of `port` of `service`, which leads to `declared`; a policy is about the pods' ports."""

    service: Service
    port: ServicePort
    declared: ContainerPort


@record
class PolicyPortMissing:
    """None of the pods has a port of the name; `closest` is a similar one."""

    pods: tuple[PodTemplate, ...]
    closest: ContainerPort | None


PolicyEvidence = EmptySelectsNone | NilSelectsNone | PortOfService | PolicyPortMissing
