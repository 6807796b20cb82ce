"""What proves that an autoscaler scales nothing."""

from kgen.kubernetes.pod_template import PodTemplate
from kgen.record import record


@record
class OtherGroup:
    """No API server has the target's kind in the given API group; `api_version` is where it is."""

    api_version: str


@record
class OtherKind:
    """A workload of the target's name is of another kind."""

    pod: PodTemplate


@record
class OtherName:
    """A workload of the target's kind has a similar name, or the one that the autoscaler itself is named after."""

    pod: PodTemplate


@record
class TargetElsewhere:
    """The target stands beside the autoscaler and is in another namespace."""

    pod: PodTemplate


ScaleEvidence = OtherGroup | OtherKind | OtherName | TargetElsewhere
