"""What is wrong with the metadata of a Service.

The expected sentences are the answers of the API server's own code, k8s.io/kubernetes v1.37.0: defaulting,
allocation (REST.beginCreate), then rest.BeforeCreate with ValidateService.
"""

import pytest

from kgen.kubernetes.service_validation import validate_service
from kgen.syntax.value import Mapping
from tests.kubernetes.sentences import LABEL_KEY, LABEL_VALUE, NAME_PART, RFC_1123_LABEL, RFC_1123_SUBDOMAIN
from tests.kubernetes.service_validation.cases import RULES

COMPLAINTS = [
    pytest.param({}, ["metadata.name: Required value: name or generateName is required"], id="no name"),
    pytest.param(
        {"name": "Web"}, [f'metadata.name: Invalid value: "Web": {RFC_1123_LABEL}'], id="name with a capital letter"
    ),
    pytest.param(
        {"name": "web.prod"}, ['metadata.name: Invalid value: "web.prod": must not contain dots'], id="name with dots"
    ),
    pytest.param(
        {"name": "a" * 64},
        [
            (
                "metadata.name: Invalid value: "
                '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": must be no '
                "more than 63 characters"
            )
        ],
        id="name over 63 bytes",
    ),
    pytest.param(
        {"name": "web-"}, [f'metadata.name: Invalid value: "web-": {RFC_1123_LABEL}'], id="name that ends in a hyphen"
    ),
    pytest.param(
        {"name": "web", "namespace": "Prod"},
        [f'metadata.namespace: Invalid value: "Prod": {RFC_1123_LABEL}'],
        id="namespace with a capital letter",
    ),
    pytest.param(
        {"name": "web", "labels": {"app": "my web"}},
        [f'metadata.labels: Invalid value: "my web": {LABEL_VALUE}'],
        id="label value with a space",
    ),
    pytest.param(
        {"name": "web", "labels": {"app": "a" * 64}},
        [
            (
                "metadata.labels: Invalid value: "
                '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": must be no '
                "more than 63 bytes"
            )
        ],
        id="label value over 63 bytes",
    ),
    pytest.param(
        {"name": "web", "labels": {"a/b/c": "x"}},
        [f'metadata.labels: Invalid value: "a/b/c": {LABEL_KEY}'],
        id="label key with two slashes",
    ),
    pytest.param(
        {"name": "web", "labels": {"Foo/": "x"}},
        [
            f'metadata.labels: Invalid value: "Foo/": prefix part {RFC_1123_SUBDOMAIN}',
            'metadata.labels: Invalid value: "Foo/": name part must be non-empty',
            f'metadata.labels: Invalid value: "Foo/": {NAME_PART}',
        ],
        id="label key with a bad prefix and no name",
    ),
    pytest.param(
        {"name": "web", "labels": {"app": "-", "tier": "-"}},
        [f'metadata.labels: Invalid value: "-": {LABEL_VALUE}'],
        id="label value that breaks a rule twice counts once",
    ),
    pytest.param(
        {"name": "web", "annotations": {"my note": "any thing"}},
        [f'metadata.annotations: Invalid value: "my note": {NAME_PART}'],
        id="annotation key with a space, its value being free",
    ),
    pytest.param(
        {"name": "web", "annotations": {"Example.com/note": "x"}},
        [],
        id="annotation key may have capitals before the slash",
    ),
    pytest.param(
        {"name": "web", "annotations": {"a": "x" * 262144}},
        ["metadata.annotations: Too long: may not be more than 262144 bytes"],
        id="annotations over 256 KiB",
    ),
]


@pytest.mark.parametrize(("metadata", "complaints"), COMPLAINTS)
def test_complaints(metadata: Mapping, complaints: list[str]) -> None:
    assert validate_service({"metadata": metadata, "spec": {"ports": [{"port": 80}]}}, RULES) == complaints
