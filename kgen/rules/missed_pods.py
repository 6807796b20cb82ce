"""What is said of a label selector that misses the pods it was meant for, whoever selects."""

from collections.abc import Iterator

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Requirement
from kgen.lint.fix.labels import near_label
from kgen.lint.problem import Label, Problem
from kgen.wiring.evidence import Evidence, Namesake, NearLabel, OnlyInMetadata, OtherNamespace
from kgen.wiring.operation_reference import MonitorSelection, PolicySelection, Protection

Selecting = MonitorSelection | PolicySelection | Protection


def missed_pods(selecting: Selecting, evidence: Evidence) -> Iterator[Problem]:
    """The problem that the evidence shows; none for evidence of another kind."""
    match evidence:
        case NearLabel():
            yield _near_label(selecting, evidence)
        case Namesake(pod, unmet):
            yield _unmet(selecting, pod, unmet, "other labels")
        case OnlyInMetadata(pod, unmet):
            yield _unmet(selecting, pod, unmet, "these labels itself, not on its pods")
        case OtherNamespace(pods):
            yield _other_namespace(selecting, pods)


def _near_label(selecting: Selecting, evidence: NearLabel) -> Problem:
    pod, label = evidence.pod, f"{evidence.key}: {evidence.value}"
    return Problem(
        evidence.requirement.node,
        f"{selecting} matches no pod template; {pod} has `{label}`",
        related=(Label(pod.label_node(evidence.key), f"{pod} has `{label}`"),),
        help=f"write `{label}` in the selector",
        on_key=evidence.key != evidence.requirement.key,
        resource=selecting.resource,
        label=f"no pod has `{evidence.requirement}`",
        fix=near_label(evidence.requirement, evidence.key, evidence.value, pod),
    )


def _unmet(selecting: Selecting, pod: PodTemplate, unmet: tuple[Requirement, ...], difference: str) -> Problem:
    labels = ", ".join(f"{key}: {value}" for key, value in pod.labels.items())
    return Problem(
        unmet[0].node,
        f"{selecting} matches no pod template; {pod} has {difference}",
        related=(Label(pod.labels_node, f"pods of {pod} are labelled here", on_key=bool(labels)),),
        help=f"select `{labels}`, or label the pods of {pod}" if labels else f"label the pods of {pod}",
        resource=selecting.resource,
        label=f"pods of {pod} do not have it",
    )


def _other_namespace(selecting: Selecting, pods: tuple[PodTemplate, ...]) -> Problem:
    own, other = selecting.resource, pods[0].resource
    return Problem(
        selecting.place,
        f"{selecting} matches no pod template in reach; {pods[0]} is in namespace `{other.namespace}`",
        related=tuple(Label(pod.labels_node, f"{pod} in namespace `{pod.resource.namespace}`") for pod in pods),
        help=f"{own.kind} `{own.name}` does not look there: name that namespace, or move one of them",
        resource=own,
        label=f"met in namespace `{other.namespace}` only",
    )
