"""What proves a reference broken."""

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Requirement
from kgen.record import record
from kgen.wiring.backend_evidence import BackendEvidence
from kgen.wiring.governing_evidence import GoverningEvidence
from kgen.wiring.monitor_evidence import MonitorEvidence
from kgen.wiring.policy_evidence import PolicyEvidence
from kgen.wiring.port_evidence import PortEvidence
from kgen.wiring.scale_evidence import ScaleEvidence


@record
class NearLabel:
    """One label away: `pod` has `key=value`, and meets every other requirement of the selector."""

    requirement: Requirement
    pod: PodTemplate
    key: str
    value: str


@record
class Namesake:
    """A workload of the Service's own name has other labels; `unmet` are the requirements that it does not meet."""

    pod: PodTemplate
    unmet: tuple[Requirement, ...]


@record
class OnlyInMetadata:
    """The workload has the labels itself and does not give them to its pods."""

    pod: PodTemplate
    unmet: tuple[Requirement, ...]


@record
class OtherNamespace:
    """Pods match only in another known namespace."""

    pods: tuple[PodTemplate, ...]


@record
class SelectorUnmet:
    """The template's labels do not meet the selector of its own workload."""

    unmet: tuple[Requirement, ...]


@record
class SelectorMissing:
    """The workload's API version requires a selector."""


Evidence = (
    NearLabel
    | Namesake
    | OnlyInMetadata
    | OtherNamespace
    | SelectorUnmet
    | SelectorMissing
    | BackendEvidence
    | GoverningEvidence
    | MonitorEvidence
    | PolicyEvidence
    | PortEvidence
    | ScaleEvidence
)
