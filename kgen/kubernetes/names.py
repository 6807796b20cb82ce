"""Which names Kubernetes takes, in the API server's own words.

Each function gives the list of complaints about a value, empty where it is valid. Rules and wording are
those of k8s.io/apimachinery v0.37.0, pkg/util/validation and pkg/api/validate/content. Lengths are in bytes,
as Go's `len` counts, though only the rules for labels say so (until 1.34 those spoke of `characters` too,
and of `a qualified name`).
"""

from __future__ import annotations

_LOWER = frozenset("abcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset("0123456789")
_ALPHANUMERIC = _LOWER | _DIGITS
_NAME_CHARACTERS = _ALPHANUMERIC | {"-"}
_LABEL_ENDS = _ALPHANUMERIC | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LABEL_CHARACTERS = _LABEL_ENDS | frozenset("-_.")

_DNS1123_LABEL_PATTERN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?"
_DNS1035_LABEL_PATTERN = "[a-z]([-a-z0-9]*[a-z0-9])?"
_QUALIFIED_PATTERN = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"
_QUALIFIED_MESSAGE = (
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
)


def too_long(limit: int, unit: str = "characters") -> str:
    """The complaint about a value over `limit` bytes; `unit` is what the API server calls them there."""
    return f"must be no more than {limit} {unit}"


def pattern_complaint(message: str, pattern: str, *examples: str) -> str:
    """A complaint with its examples and regular expression, laid out as apimachinery's RegexError does."""
    listed = "',  or '".join(examples)  # the two spaces are the API server's
    return f"{message} (e.g. '{listed}', regex used for validation is '{pattern}')"


def dns1123_label(value: str) -> list[str]:
    """A namespace, a Service port name, and a Service name where the version relaxes it: up to 63 bytes."""
    complaints = [too_long(63)] if _length(value) > 63 else []
    if _is_label(value):
        return complaints
    if _is_subdomain(value):
        return [*complaints, "must not contain dots"]
    message = (
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
        "and must start and end with an alphanumeric character"
    )
    return [*complaints, pattern_complaint(message, _DNS1123_LABEL_PATTERN, "my-name", "123-abc")]


def dns1035_label(value: str) -> list[str]:
    """A Service name before RelaxedServiceNameValidation: it starts with a letter; up to 63 bytes."""
    complaints = [too_long(63)] if _length(value) > 63 else []
    if _is_label(value) and value[0] in _LOWER:
        return complaints
    message = (
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', "
        "start with an alphabetic character, and end with an alphanumeric character"
    )
    return [*complaints, pattern_complaint(message, _DNS1035_LABEL_PATTERN, "my-name", "abc-123")]


def dns1123_subdomain(value: str) -> list[str]:
    """An externalName or an object name: dot-separated labels, up to 253 bytes in all."""
    return _subdomain_complaints(value, "characters")


def port_name(value: str) -> list[str]:
    """A container port's name, a string targetPort, an Ingress's port name: IANA_SVC_NAME, up to 15 bytes."""
    complaints = [too_long(15)] if _length(value) > 15 else []
    if not value or not _NAME_CHARACTERS.issuperset(value):
        complaints.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    if _LOWER.isdisjoint(value):
        complaints.append("must contain at least one letter (a-z)")
    if "--" in value:
        complaints.append("must not contain consecutive hyphens")
    if value.startswith("-") or value.endswith("-"):
        complaints.append("must not begin or end with a hyphen")
    return complaints


def label_value(value: str) -> list[str]:
    """The value of a label or selector: empty, or up to 63 bytes."""
    complaints = [too_long(63, "bytes")] if _length(value) > 63 else []
    if not value or _is_qualified(value):
        return complaints
    message = (
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', "
        "and must start and end with an alphanumeric character"
    )
    pattern = f"({_QUALIFIED_PATTERN})?"
    return [*complaints, pattern_complaint(message, pattern, "MyValue", "my_value", "12345")]


def label_key(value: str) -> list[str]:
    """The key of a label, selector or annotation: `name` or `dns.subdomain/name`, the name up to 63 bytes."""
    prefix, slash, name = value.rpartition("/")
    if "/" in prefix:
        suffix = " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
        return [f"a valid label key {_qualified_complaint()}{suffix}"]
    complaints = _prefix_complaints(prefix) if slash else []
    if not name:
        complaints.append("name part must be non-empty")
    elif _length(name) > 63:
        complaints.append(f"name part {too_long(63, 'bytes')}")
    if not _is_qualified(name):
        complaints.append(f"name part {_qualified_complaint()}")
    return complaints


def _qualified_complaint() -> str:
    return pattern_complaint(_QUALIFIED_MESSAGE, _QUALIFIED_PATTERN, "MyName", "my.name", "123-abc")


def _prefix_complaints(prefix: str) -> list[str]:
    if not prefix:
        return ["prefix part must be non-empty"]
    return [f"prefix part {complaint}" for complaint in _subdomain_complaints(prefix, "bytes")]


def _subdomain_complaints(value: str, unit: str) -> list[str]:
    complaints = [too_long(253, unit)] if _length(value) > 253 else []
    if _is_subdomain(value):
        return complaints
    message = (
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', "
        "and must start and end with an alphanumeric character"
    )
    pattern = f"{_DNS1123_LABEL_PATTERN}(\\.{_DNS1123_LABEL_PATTERN})*"
    return [*complaints, pattern_complaint(message, pattern, "example.com")]


def _length(value: str) -> int:
    return len(value.encode("utf-8", "surrogateescape"))


def _is_label(value: str) -> bool:
    """`[a-z0-9]([-a-z0-9]*[a-z0-9])?`, of any length."""
    return bool(value) and _NAME_CHARACTERS.issuperset(value) and value[0] != "-" and value[-1] != "-"


def _is_subdomain(value: str) -> bool:
    return all(_is_label(label) for label in value.split("."))


def _is_qualified(value: str) -> bool:
    """`([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]`, of any length."""
    return bool(value) and _LABEL_CHARACTERS.issuperset(value) and value[0] in _LABEL_ENDS and value[-1] in _LABEL_ENDS
