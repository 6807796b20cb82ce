"""The kinds that an API server knows by itself, as kubectl's decoder and discovery would tell."""

from __future__ import annotations

# apiVersion -> kinds, of a server without the versions that were removed by 1.30.
_SERVED = {
    "v1": (
        "Binding ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod "
        "PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount"
    ),
    "admissionregistration.k8s.io/v1": (
        "MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding "
        "ValidatingWebhookConfiguration"
    ),
    "apps/v1": "ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet",
    "autoscaling/v1": "HorizontalPodAutoscaler",
    "autoscaling/v2": "HorizontalPodAutoscaler",
    "batch/v1": "CronJob Job",
    "certificates.k8s.io/v1": "CertificateSigningRequest",
    "coordination.k8s.io/v1": "Lease",
    "discovery.k8s.io/v1": "EndpointSlice",
    "events.k8s.io/v1": "Event",
    "flowcontrol.apiserver.k8s.io/v1": "FlowSchema PriorityLevelConfiguration",
    "networking.k8s.io/v1": "Ingress IngressClass NetworkPolicy",
    "node.k8s.io/v1": "RuntimeClass",
    "policy/v1": "PodDisruptionBudget",
    "rbac.authorization.k8s.io/v1": "ClusterRole ClusterRoleBinding Role RoleBinding",
    "scheduling.k8s.io/v1": "PriorityClass",
    "storage.k8s.io/v1": "CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment",
}
# Go still has the types of these, no server serves them any more.
_REMOVED = {
    "apps/v1beta1": "ControllerRevision Deployment StatefulSet",
    "apps/v1beta2": "ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet",
    "batch/v1beta1": "CronJob",
    "extensions/v1beta1": "DaemonSet Deployment Ingress NetworkPolicy ReplicaSet",
    "networking.k8s.io/v1beta1": "Ingress IngressClass",
    "policy/v1beta1": "PodDisruptionBudget",
}
_CLUSTER_SCOPED = frozenset(
    (
        "CSIDriver", "CSINode", "CertificateSigningRequest", "ClusterRole", "ClusterRoleBinding", "FlowSchema",
        "IngressClass", "MutatingWebhookConfiguration", "Namespace", "Node", "PersistentVolume", "PriorityClass",
        "PriorityLevelConfiguration", "RuntimeClass", "StorageClass", "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding", "ValidatingWebhookConfiguration", "VolumeAttachment",
    )
)  # fmt: skip


def is_served(api_version: str, kind: str) -> bool:
    """Whether every current API server has the kind, in that version, without a CustomResourceDefinition."""
    return kind in _SERVED.get(api_version, "").split()


def is_removed(api_version: str, kind: str) -> bool:
    """Whether API servers had the kind in that version once; kubectl still decodes it."""
    return kind in _REMOVED.get(api_version, "").split()


def is_namespaced(kind: str) -> bool:
    """Whether objects of a kind that `is_served` live in a namespace."""
    return kind not in _CLUSTER_SCOPED
