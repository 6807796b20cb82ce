"""What proves that a Service's port leads to none of its pods' ports."""

from kgen.kubernetes.container import ContainerPort
from kgen.kubernetes.pod_template import PodTemplate
from kgen.record import record


@record
class NameMissing:
    """No selected pod has a port of the name; `closest` is the most similar one that they have."""

    pods: tuple[PodTemplate, ...]
    closest: ContainerPort | None


@record
class InitOnly:
    """The name is that of ports of init containers, which end before the pod serves."""

    ports: tuple[ContainerPort, ...]


@record
class OtherProtocol:
    """The selected pods have the port with another protocol only."""

    ports: tuple[ContainerPort, ...]


@record
class NumberUnmatched:
    """The selected pods do not declare the number, and no Service leads to `closest`, which they do declare.

    `closest` is None where the number is near none of them: then no Service leads to any.
    """

    pods: tuple[PodTemplate, ...]
    closest: ContainerPort | None


@record
class Swapped:
    """The Service's own port is the number that the pods declare in `declared`, and its target port is not."""

    declared: tuple[ContainerPort, ...]


PortEvidence = NameMissing | InitOnly | OtherProtocol | NumberUnmatched | Swapped
