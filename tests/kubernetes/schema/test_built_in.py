"""The committed tables of built-in kinds."""

import pytest

from kgen.data import root
from kgen.kubernetes.removed_apis import removed_api
from kgen.kubernetes.schema.built_in import built_in_kinds
from kgen.kubernetes.schema.missing_kind import MissingKind, missing_kind
from kgen.kubernetes.schema.shape import Type
from kgen.kubernetes.version import NEWEST_MINOR, OLDEST_MINOR

MINORS = range(OLDEST_MINOR, NEWEST_MINOR + 1)


@pytest.mark.parametrize("minor", MINORS)
def test_every_kind_of_every_version_can_be_built(minor: int) -> None:
    known = built_in_kinds(minor)
    kinds = [(version, kind) for version, kinds in known.kinds.items() for kind in kinds]
    assert len(kinds) > 70
    for version, kind in kinds:
        shape = known.shape(version, kind)
        assert shape is not None
        assert {"apiVersion", "kind", "metadata"} <= shape.fields.keys()
        assert shape.fields["metadata"] is known.metadata


def test_all_of_schemas_is_small() -> None:
    sizes = [path.stat().st_size for path in (root() / "schemas").rglob("*") if path.is_file()]
    assert sum(sizes) < 3_000_000


@pytest.mark.parametrize(
    ("minor", "api_version", "kind", "field", "expected"),
    [
        pytest.param(30, "v1", "Service", "trafficDistribution", True, id="alpha fields are fields"),
        pytest.param(37, "apps/v1", "StatefulSet", "serviceName", True, id="one that was required"),
        pytest.param(37, "v1", "Service", "topologyKeys", False, id="gone since 1.22"),
    ],
)
def test_fields(minor: int, api_version: str, kind: str, field: str, expected: bool) -> None:
    shape = built_in_kinds(minor).shape(api_version, kind)
    assert shape is not None
    assert (field in shape.fields["spec"].fields) == expected


def test_what_the_api_server_takes_empty_is_not_required() -> None:
    shape = built_in_kinds(30).shape("apps/v1", "StatefulSet")
    assert shape is not None
    assert set(shape.fields["spec"].required) == {"selector", "template"}


def test_a_status_may_lack_anything() -> None:
    shape = built_in_kinds(37).shape("apiextensions.k8s.io/v1", "CustomResourceDefinition")
    assert shape is not None
    status = shape.fields["status"]
    assert status.type is Type.OBJECT
    assert not status.required


@pytest.mark.parametrize(
    ("minor", "api_version", "kind", "expected"),
    [
        pytest.param(37, "v1", "Pod", None, id="is there"),
        pytest.param(37, "v1", "Deployment", MissingKind(("apps/v1",), "", None), id="of another group"),
        pytest.param(37, "v1", "Servise", MissingKind((), "Service", None), id="slip"),
        pytest.param(37, "apps/v2", "Deployment", MissingKind(("apps/v1",), "", None), id="version that never was"),
        pytest.param(37, "apps/v1", "DeploymentConfig", MissingKind((), "", None), id="a stranger in a named group"),
        pytest.param(33, "resource.k8s.io/v1", "DeviceClass", 34, id="from a later version"),
        pytest.param(37, "v1", "Config", None, id="kubeconfig"),
        pytest.param(37, "v1", "Template", None, id="old OpenShift"),
        pytest.param(37, "v1", "ConfigMapList", None, id="list without items"),
        pytest.param(37, "serving.knative.dev/v1", "Service", None, id="custom"),
        pytest.param(37, "kubelet.config.k8s.io/v1beta1", "KubeletConfiguration", None, id="configuration file"),
    ],
)
def test_missing_kinds(minor: int, api_version: str, kind: str, expected: MissingKind | int | None) -> None:
    found = missing_kind(api_version, kind, minor)
    assert found == expected or (found is not None and found.since == expected)


def removed_between(minor: int) -> set[tuple[str, str]]:
    """The kinds that the tables have before a minor version and no more in it."""
    before, after = built_in_kinds(minor - 1).kinds, built_in_kinds(minor).kinds
    return {(version, kind) for version in before for kind in before[version] if kind not in after.get(version, {})}


@pytest.mark.parametrize("minor", MINORS[1:])
def test_the_table_of_removed_apis_agrees_with_the_schemas(minor: int) -> None:
    for api_version, kind in removed_between(minor):
        assert removed_api(api_version, kind, minor - 1) is None
        row = removed_api(api_version, kind, minor)
        assert row is not None
        assert not row.instead or kind in built_in_kinds(NEWEST_MINOR).kinds[row.instead]


@pytest.mark.parametrize("minor", MINORS)
def test_nothing_that_is_served_counts_as_removed(minor: int) -> None:
    served = built_in_kinds(minor).kinds
    assert [kind for version in served for kind in served[version] if removed_api(version, kind, minor)] == []
