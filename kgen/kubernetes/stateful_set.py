"""Which pods a StatefulSet has.

https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#ordinal-index
"""

from kgen.kubernetes.pod_template import PodTemplate

POD_NAME = "statefulset.kubernetes.io/pod-name"
_DEFAULT_REPLICAS = 1


def ordinals(pod: PodTemplate) -> range | None:
    """The ordinals of the pods, from `ordinals.start` on as many as `replicas`; None where they cannot be read."""
    spec = pod.resource.node.get("spec")
    if spec is None or (pod.kind.group, pod.kind.kind) != ("apps", "StatefulSet"):
        return None
    replicas, given = spec.get("replicas"), spec.get("ordinals")
    start = None if given is None else given.get("start")
    count = _DEFAULT_REPLICAS if replicas is None else replicas.integer()
    first = 0 if start is None else start.integer()
    return None if count is None or first is None else range(first, first + count)
