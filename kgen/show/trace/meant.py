"""What a broken reference was meant for."""

from __future__ import annotations

from kgen.wiring.backend_evidence import (
    GrantMissing,
    NamedAfterPods,
    NearName,
    OnlyElsewhere,
    PortMissing,
    PortProtocol,
)
from kgen.wiring.evidence import Namesake, NearLabel, OnlyInMetadata, OtherNamespace
from kgen.wiring.outcome import Broken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.kubernetes.service import Service
    from kgen.wiring.backend_reference import BackendReference
    from kgen.wiring.reference import Selection

_OF_A_SERVICE = NearName | NamedAfterPods | OnlyElsewhere | PortMissing | PortProtocol | GrantMissing


def meant_service(reference: BackendReference) -> Service | None:
    """The Service that a backend leads to, or that the proof of its being broken names."""
    if reference.service is not None or not isinstance(reference.outcome, Broken):
        return reference.service
    evidence = reference.outcome.evidence
    return evidence.service if isinstance(evidence, _OF_A_SERVICE) else None


def meant_pods(selection: Selection) -> tuple[PodTemplate, ...]:
    """The pods that a Service selects, or that the proof of its selector's being broken names."""
    if not isinstance(selection.outcome, Broken):
        return selection.pods
    match selection.outcome.evidence:
        case NearLabel(pod=pod) | Namesake(pod=pod) | OnlyInMetadata(pod=pod):
            return (pod,)
        case OtherNamespace(pods):
            return pods
    return ()
