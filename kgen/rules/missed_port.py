"""What is said of a name that no container port of the pods has, whoever asks for it."""

from collections.abc import Sequence

from kgen.kubernetes.pod_template import PodTemplate
from kgen.lint.fix.fix import Fix
from kgen.lint.problem import Label, Problem
from kgen.wiring.operation_reference import MonitoredPort, PermittedPort


def missed_port(
    asking: MonitoredPort | PermittedPort,
    name: str,
    pods: Sequence[PodTemplate],
    closest: Label | None,
    way_out: str,
    fix: Fix | None,
) -> Problem:
    """The problem; it points at `closest`, the port that was probably meant, or else at the pods."""
    at_pods = tuple(Label(pod.node, f"{pod} has no port `{name}`", on_key=True) for pod in pods)
    return Problem(
        asking.place,
        f"{asking} is no port of {' and '.join(map(str, pods[:2]))}",
        related=at_pods if closest is None else (closest,),
        help=way_out,
        resource=asking.resource,
        label="no container port has this name",
        fix=fix,
    )
