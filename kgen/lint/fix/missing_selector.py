"""The selector of a workload that has none."""

from __future__ import annotations

from kgen.syntax.edit.entries import insert_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.pod_template import PodTemplate
    from kgen.syntax.edit.edit import Edit


def missing_selector(pod: PodTemplate) -> Edit | None:
    """The edit that asks for all labels of the template, as API versions that required no selector did by themselves.

    https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v1-16
    """
    if pod.node.key != "template" or not pod.labels:
        return None
    return insert_before(pod.node, "selector", {"matchLabels": dict(pod.labels)})
