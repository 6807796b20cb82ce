"""The table of Go structs: which fields a version has, and what is known of them."""

import pytest

from kgen.kubernetes.struct_table import Field, struct_table


@pytest.mark.parametrize(
    ("minor", "struct", "field", "known"),
    [
        pytest.param(36, "v1.PodSpec", "workloadRef", False, id="gone after 1.35"),
        pytest.param(35, "v1.PodSpec", "workloadRef", True, id="in 1.35"),
        pytest.param(30, "v1.Volume", "image", False, id="not yet in 1.30"),
        pytest.param(31, "v1.Volume", "image", True, id="since 1.31"),
    ],
)
def test_versions(minor: int, struct: str, field: str, known: bool) -> None:
    assert (field in struct_table(minor).fields(struct)) == known


def test_a_field_tells_all_that_patches_need() -> None:
    volumes = struct_table(37).fields("v1.PodSpec")["volumes"]
    assert volumes == Field("volumes", "[]v1.Volume", True, False, (), ("merge", "retainKeys"), "name")
    assert struct_table(37).fields("v1.Volume")["emptyDir"].path == ("VolumeSource",)


def test_patches_find_fields_in_any_case() -> None:
    field = struct_table(37).lookup("v1.PodSpec", "HOSTNETWORK")
    assert field is not None
    assert field.name == "hostNetwork"


@pytest.mark.parametrize("minor", range(30, 38))
def test_every_type_is_listed(minor: int) -> None:
    table = struct_table(minor)
    seen, waiting = set[str](), ["v1.Pod", "v1.Service", "v1.Deployment"]
    scalars = {"string", "bool", "int32", "int64"}
    closed = {"resource.Quantity", "intstr.IntOrString", "v1.Time", "v1.MicroTime", "v1.FieldsV1"} | scalars
    while waiting:
        name = table.underlying(waiting.pop().lstrip("*"))
        if name.startswith(("[]", "map[")):
            waiting.append(name.partition("]")[2])
        elif name not in closed | seen:
            assert table.is_struct(name), name
            seen.add(name)
            waiting += [field.type for field in table.fields(name).values()]
    assert len(seen) > 100
