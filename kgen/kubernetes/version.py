"""Kubernetes minor versions, and what changed between them in kubectl and in the API server."""

from __future__ import annotations

from kgen.errors import KgenError

OLDEST_MINOR = 30
NEWEST_MINOR = 37


class KubernetesVersion:
    """Kubernetes 1.`minor`; patch releases do not matter to kgen."""

    __slots__ = ("minor",)

    def __init__(self, minor: int) -> None:
        self.minor = minor

    def __str__(self) -> str:
        return f"1.{self.minor}"

    @property
    def prints_null_creation_timestamp(self) -> bool:
        """`creationTimestamp: null` vanished in 1.34 (`omitzero`, kubernetes/kubernetes#130989)."""
        return self.minor < 34

    @property
    def relaxes_service_names(self) -> bool:
        """Service names may start with a digit from 1.36, RelaxedServiceNameValidation beta (KEP-5311)."""
        return self.minor >= 36

    @property
    def refuses_ambiguous_addresses(self) -> bool:
        """No leading zeros nor mapped IPv4 in IPs from 1.36, StrictIPCIDRValidation beta (KEP-4858)."""
        return self.minor >= 36

    @property
    def refuses_kubelet_port(self) -> bool:
        """Up to 1.32 a LoadBalancer Service could not have the port 10250 (ValidateService)."""
        return self.minor < 33

    @property
    def traffic_distributions(self) -> tuple[str, ...]:
        """The values of `spec.trafficDistribution` (KEP-4444, KEP-3015); none before 1.31, which drops it."""
        if self.minor < 31:
            return ()
        return ("PreferClose", "PreferSameZone", "PreferSameNode") if self.minor >= 34 else ("PreferClose",)


NEWEST = KubernetesVersion(NEWEST_MINOR)


def target_version(text: str | None) -> KubernetesVersion:
    """The version that is asked for, the newest where none is; raise KgenError as `parse_version` does."""
    return parse_version(text) if text else NEWEST


def parse_version(text: str) -> KubernetesVersion:
    """Read `1.34`, `v1.34` or `1.34.2`; raise KgenError for what is no version kgen knows."""
    parts = text.strip().removeprefix("v").split(".")
    numeric = len(parts) in (2, 3) and all(part.isascii() and part.isdigit() for part in parts)
    if not numeric or parts[0] != "1" or not OLDEST_MINOR <= int(parts[1]) <= NEWEST_MINOR:
        raise KgenError(
            f"unknown Kubernetes version `{text}`",
            f"give one from 1.{OLDEST_MINOR} to 1.{NEWEST_MINOR}",
        )
    return KubernetesVersion(int(parts[1]))
