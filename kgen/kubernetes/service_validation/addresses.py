"""Complaints about the IP addresses and ranges of a Service, and about its IP families."""

from __future__ import annotations

from kgen.kubernetes.service_validation.field import duplicate, invalid, unsupported
from kgen.kubernetes.service_validation.ip import parse_ip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.service_validation.defaulted import DefaultedSpec
    from kgen.kubernetes.version import KubernetesVersion

_CLUSTER_IPS = "spec.clusterIPs"
_FAMILIES = ("IPv4", "IPv6")
_POLICIES = ("PreferDualStack", "RequireDualStack", "SingleStack")


def cluster_ip_complaints(spec: DefaultedSpec, version: KubernetesVersion) -> list[str]:
    """The complaints about clusterIPs, ipFamilies and ipFamilyPolicy before any address is allocated.

    ValidateServiceClusterIPsRelatedFields, then the policy against the numbers of addresses and families
    (initIPFamilyFields).
    """
    if spec.type == "ExternalName":
        return []
    complaints = [*_mismatch_complaints(spec), *_family_complaints(spec)]
    broken, has_bad_address = _each_cluster_ip_complaints(spec, version)
    complaints += broken
    if not has_bad_address:
        complaints += _stack_complaints(spec)
    return complaints or _policy_complaints(spec)


def external_ip_complaints(external_ips: list[str], version: KubernetesVersion) -> list[str]:
    """The complaints about `spec.externalIPs`, which packets from elsewhere must be able to reach."""
    complaints = []
    for index, value in enumerate(external_ips):
        path = f"spec.externalIPs[{index}]"
        complaints += _ip_complaints(path, value, version) or _special_ip_complaints(path, value)
    return complaints


def cidr_complaints(path: str, value: str, version: KubernetesVersion) -> list[str]:
    """The complaints about a range such as `10.9.8.0/24`."""
    text, _, length = value.partition("/")
    address = parse_ip(text)
    prefix = _prefix_length(length)
    if address is None or prefix is None or prefix > address.bits:
        return [invalid(path, value, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)")]
    if not version.refuses_ambiguous_addresses:
        return []
    if address.has_leading_zeros or str(prefix) != length:
        return [invalid(path, value, "must not have leading 0s in IP or prefix length")]
    if address.is_mapped:
        return [invalid(path, value, "must not have an IPv4-mapped IPv6 address")]
    if address.has_bits_beyond(prefix):
        return [invalid(path, value, "must not have bits set beyond the prefix length")]
    return []


def _mismatch_complaints(spec: DefaultedSpec) -> list[str]:
    if spec.cluster_ip and spec.cluster_ips[0] != spec.cluster_ip:
        return [invalid(_CLUSTER_IPS, spec.cluster_ips, "first value must match `clusterIP`")]
    if spec.cluster_ips and not spec.cluster_ip:
        return [invalid(_CLUSTER_IPS, spec.cluster_ips, "must be empty when `clusterIP` is not specified")]
    return []


def _family_complaints(spec: DefaultedSpec) -> list[str]:
    complaints = []
    for index, family in enumerate(spec.ip_families):
        path = f"spec.ipFamilies[{index}]"
        if family not in _FAMILIES:
            complaints.append(unsupported(path, family, _FAMILIES))
        if family in spec.ip_families[:index]:
            complaints.append(duplicate(path, family))
    if spec.ip_family_policy is not None and spec.ip_family_policy not in _POLICIES:
        complaints.append(unsupported("spec.ipFamilyPolicy", spec.ip_family_policy, _POLICIES))
    return complaints


def _each_cluster_ip_complaints(spec: DefaultedSpec, version: KubernetesVersion) -> tuple[list[str], bool]:
    """The complaints about single addresses and their number, and whether an address is at fault."""
    complaints = []
    for index, value in enumerate(spec.cluster_ips):
        if index == 0 and value == "None":
            if len(spec.cluster_ips) > 1:
                complaints.append(invalid(_CLUSTER_IPS, spec.cluster_ips, "'None' must be the first and only value"))
            continue
        complaints += _ip_complaints(f"{_CLUSTER_IPS}[{index}]", value, version)
    has_bad_address = bool(complaints)
    if len(spec.cluster_ips) > 2:
        complaints.append(invalid(_CLUSTER_IPS, spec.cluster_ips, "may only hold up to 2 values"))
    return complaints, has_bad_address


def _stack_complaints(spec: DefaultedSpec) -> list[str]:
    if spec.is_headless:
        return []
    families = [_family(value) for value in spec.cluster_ips]
    complaints = []
    if len(families) > 1 and len(set(families)) < 2:
        detail = "may specify no more than one IP for each IP family"
        complaints.append(invalid(_CLUSTER_IPS, spec.cluster_ips, detail))
    for index, (family, expected) in enumerate(zip(families, spec.ip_families, strict=False)):
        if expected in _FAMILIES and family != expected:
            detail = f"expected an {expected} value as indicated by `ipFamilies[{index}]`"
            complaints.append(invalid(f"{_CLUSTER_IPS}[{index}]", spec.cluster_ips[index], detail))
    return complaints


def _policy_complaints(spec: DefaultedSpec) -> list[str]:
    is_bare = spec.cluster_ip == "None" and not spec.selector
    policy = spec.ip_family_policy or ("RequireDualStack" if is_bare else "SingleStack")
    if policy != "SingleStack":
        return []
    numbers = {"cluster IPs": len(spec.cluster_ips), "IP families": len(spec.ip_families)}
    return [
        invalid(
            "spec.ipFamilyPolicy",
            policy,
            f"must be 'RequireDualStack' or 'PreferDualStack' when multiple {what} are specified",
        )
        for what, count in numbers.items()
        if count == 2
    ]


def _ip_complaints(path: str, value: str, version: KubernetesVersion) -> list[str]:
    address = parse_ip(value)
    if address is None:
        return [invalid(path, value, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")]
    if not version.refuses_ambiguous_addresses:
        return []
    if address.has_leading_zeros:
        return [invalid(path, value, "must not have leading 0s")]
    return [invalid(path, value, "must not be an IPv4-mapped IPv6 address")] if address.is_mapped else []


def _special_ip_complaints(path: str, value: str) -> list[str]:
    """ValidateEndpointIP: addresses that mean something else on every node."""
    address = parse_ip(value)
    if address is None:
        return []
    is_multicast = address.is_link_local_multicast
    special = {
        f"may not be unspecified ({value})": address.is_unspecified,
        "may not be in the loopback range (127.0.0.0/8, ::1/128)": address.is_loopback,
        "may not be in the link-local range (169.254.0.0/16, fe80::/10)": address.is_link_local,
        "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)": is_multicast,
    }
    return [invalid(path, value, detail) for detail, applies in special.items() if applies]


def _prefix_length(text: str) -> int | None:
    """Read digits, leading zeros or not, as a length of up to 128 bits."""
    digits = text.lstrip("0") or text[-1:]
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3):
        return None
    return int(digits)


def _family(value: str) -> str:
    address = parse_ip(value)
    return address.family if address else ""
