"""Names and what the API server says of them.

Each expected sentence is the answer of its own code, k8s.io/apimachinery v0.37.0: IsDNS1123Label,
IsDNS1035Label, IsDNS1123Subdomain, IsValidPortName, IsValidLabelValue and IsQualifiedName.
"""

import pytest

from kgen.kubernetes.names import (
    dns1035_label,
    dns1123_label,
    dns1123_subdomain,
    label_key,
    label_value,
    port_name,
)
from tests.kubernetes.sentences import (
    DNS_1035_LABEL,
    LABEL_KEY,
    LABEL_VALUE,
    NAME_PART,
    RFC_1123_LABEL,
    RFC_1123_SUBDOMAIN,
)

DNS1123_LABEL_CASES = [
    ("web", []),
    ("8ball", []),
    ("a-1", []),
    ("x" * 63, []),
    ("", [RFC_1123_LABEL]),
    ("Web", [RFC_1123_LABEL]),
    ("a.b", ["must not contain dots"]),
    ("a_b", [RFC_1123_LABEL]),
    ("-a", [RFC_1123_LABEL]),
    ("a-", [RFC_1123_LABEL]),
    ("x" * 64, ["must be no more than 63 characters"]),
    ("a." + "x" * 63, ["must be no more than 63 characters", "must not contain dots"]),
    ("é" * 32, ["must be no more than 63 characters", RFC_1123_LABEL]),
    ("a\n", [RFC_1123_LABEL]),
]

DNS1035_LABEL_CASES = [
    ("web", []),
    ("a-1", []),
    ("x" * 63, []),
    ("", [DNS_1035_LABEL]),
    ("8ball", [DNS_1035_LABEL]),
    ("-a", [DNS_1035_LABEL]),
    ("a-", [DNS_1035_LABEL]),
    ("a.b", [DNS_1035_LABEL]),
    ("x" * 64, ["must be no more than 63 characters"]),
    ("8" * 64, ["must be no more than 63 characters", DNS_1035_LABEL]),
]

DNS1123_SUBDOMAIN_CASES = [
    ("example.com", []),
    ("a", []),
    ("1.2.3.4", []),
    ("x" * 253, []),
    ("", [RFC_1123_SUBDOMAIN]),
    ("a..b", [RFC_1123_SUBDOMAIN]),
    ("a.", [RFC_1123_SUBDOMAIN]),
    (".a", [RFC_1123_SUBDOMAIN]),
    ("A.com", [RFC_1123_SUBDOMAIN]),
    ("a_b.c", [RFC_1123_SUBDOMAIN]),
    ("-a.b", [RFC_1123_SUBDOMAIN]),
    ("a-.b", [RFC_1123_SUBDOMAIN]),
    ("x" * 254, ["must be no more than 253 characters"]),
    ("é", [RFC_1123_SUBDOMAIN]),
]

PORT_NAME_CASES = [
    ("http", []),
    ("h2", []),
    ("1a", []),
    ("a-b", []),
    ("x" * 15, []),
    (
        "",
        [
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
            "must contain at least one letter (a-z)",
        ],
    ),
    ("8080", ["must contain at least one letter (a-z)"]),
    (
        "HTTP",
        [
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
            "must contain at least one letter (a-z)",
        ],
    ),
    ("a_b", ["must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"]),
    ("a--b", ["must not contain consecutive hyphens"]),
    ("-a", ["must not begin or end with a hyphen"]),
    ("a-", ["must not begin or end with a hyphen"]),
    ("x" * 16, ["must be no more than 15 characters"]),
    (
        "é" * 8,
        [
            "must be no more than 15 characters",
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
            "must contain at least one letter (a-z)",
        ],
    ),
    ("-", ["must contain at least one letter (a-z)", "must not begin or end with a hyphen"]),
]

LABEL_VALUE_CASES = [
    ("", []),
    ("web", []),
    ("1.0", []),
    ("A_b-c.D", []),
    ("x" * 63, []),
    ("-", [LABEL_VALUE]),
    ("a b", [LABEL_VALUE]),
    ("a/b", [LABEL_VALUE]),
    ("x.", [LABEL_VALUE]),
    ("x" * 64, ["must be no more than 63 bytes"]),
    ("é" * 32, ["must be no more than 63 bytes", LABEL_VALUE]),
]

LABEL_KEY_CASES = [
    ("app", []),
    ("app.kubernetes.io/name", []),
    ("A_b", []),
    ("a/" + "x" * 63, []),
    ("", ["name part must be non-empty", NAME_PART]),
    ("/a", ["prefix part must be non-empty"]),
    ("a/", ["name part must be non-empty", NAME_PART]),
    ("a/b/c", [LABEL_KEY]),
    ("Foo/a", [f"prefix part {RFC_1123_SUBDOMAIN}"]),
    ("a b", [NAME_PART]),
    ("x" * 64, ["name part must be no more than 63 bytes"]),
    ("x" * 253 + "/a", []),
    ("x" * 254 + "/a", ["prefix part must be no more than 253 bytes"]),
    ("a/-", [NAME_PART]),
    ("foo bar/", [f"prefix part {RFC_1123_SUBDOMAIN}", "name part must be non-empty", NAME_PART]),
]


@pytest.mark.parametrize(("value", "complaints"), DNS1123_LABEL_CASES)
def test_dns1123_label(value: str, complaints: list[str]) -> None:
    assert dns1123_label(value) == complaints


@pytest.mark.parametrize(("value", "complaints"), DNS1035_LABEL_CASES)
def test_dns1035_label(value: str, complaints: list[str]) -> None:
    assert dns1035_label(value) == complaints


@pytest.mark.parametrize(("value", "complaints"), DNS1123_SUBDOMAIN_CASES)
def test_dns1123_subdomain(value: str, complaints: list[str]) -> None:
    assert dns1123_subdomain(value) == complaints


@pytest.mark.parametrize(("value", "complaints"), PORT_NAME_CASES)
def test_port_name(value: str, complaints: list[str]) -> None:
    assert port_name(value) == complaints


@pytest.mark.parametrize(("value", "complaints"), LABEL_VALUE_CASES)
def test_label_value(value: str, complaints: list[str]) -> None:
    assert label_value(value) == complaints


@pytest.mark.parametrize(("value", "complaints"), LABEL_KEY_CASES)
def test_label_key(value: str, complaints: list[str]) -> None:
    assert label_key(value) == complaints
