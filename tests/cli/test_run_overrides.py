"""`kgen run --overrides`: patches of the three types, read back as Go would read them.

Each answer is that of kubectl 1.32.5 and 1.37.0 with a stub of an API server.
"""

import json

import pytest

from tests.running import run_kgen


def pod(patch: str, patch_type: str = "merge", version: str = "1.37") -> dict[str, object]:
    """The Pod `x` after a patch."""
    argv = ["run", f"--kubernetes-version={version}", "x", "--image=i", "--port=80", "--env=A=1", "--env=B=2", "-ojson"]
    result = run_kgen([*argv, f"--overrides={patch}", f"--override-type={patch_type}"])
    assert (result.code, result.err) == (0, "")
    data: dict[str, object] = json.loads(result.out)
    return data


def refused(patch: str, patch_type: str = "merge", version: str = "1.37") -> str:
    """kubectl's message about a patch."""
    argv = ["run", f"--kubernetes-version={version}", "x", "--image=i", f"--override-type={patch_type}"]
    result = run_kgen([*argv, f"--overrides={patch}"])
    assert (result.code, result.out) == (1, "")
    return result.err.removeprefix("error: ").removesuffix("\n")


CONTAINER = {
    "name": "x",
    "image": "i",
    "ports": [{"containerPort": 80}],
    "env": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}],
    "resources": {},
}


@pytest.mark.parametrize(
    ("patch", "field", "expected"),
    [
        pytest.param('{"spec":{"hostNetwork":true,"bogus":1}}', "hostNetwork", True, id="unknown fields are dropped"),
        pytest.param('{"spec":{"hostNetwork":false}}', "hostNetwork", None, id="zero is left out"),
        pytest.param(
            '{"spec":{"enableServiceLinks":false}}', "enableServiceLinks", False, id="but not a given pointer"
        ),
        pytest.param('{"spec":{"HostNetwork":true}}', "hostNetwork", None, id="keys mind their case"),
        pytest.param('{"spec":{"dnsPolicy":null}}', "dnsPolicy", None, id="null takes away"),
        pytest.param(
            '{"spec":{"containers":[{"name":"y"}]}}',
            "containers",
            [{"name": "y", "resources": {}}],
            id="lists are replaced",
        ),
        pytest.param(
            '{"spec":{"containers":[{"name":"y","image":null,"resources":{"limits":{"cpu":"0.5","memory":1024}}}]}}',
            "containers",
            [{"name": "y", "resources": {"limits": {"cpu": "500m", "memory": "1024"}}}],
            id="quantities in canonical form, nulls pruned",
        ),
        pytest.param(
            '{"spec":{"volumes":[{"emptyDir":{},"name":"v"}]}}',
            "volumes",
            [{"name": "v", "emptyDir": {}}],
            id="fields of embedded structs",
        ),
        pytest.param('{"spec":{"tolerations":[]}}', "tolerations", None, id="an empty list is left out"),
        pytest.param('{"spec":{"containers":[]}}', "containers", [], id="unless the field has to be there"),
    ],
)
def test_merge(patch: str, field: str, expected: object) -> None:
    spec = pod(patch)["spec"]
    assert isinstance(spec, dict)
    assert spec.get(field) == expected


def test_field_order_is_that_of_the_structs() -> None:
    spec = pod('{"spec":{"tolerations":[{"operator":"Exists"}],"hostNetwork":true,"volumes":[{"name":"v"}]}}')["spec"]
    assert isinstance(spec, dict)
    assert list(spec) == ["volumes", "containers", "restartPolicy", "dnsPolicy", "hostNetwork", "tolerations"]


@pytest.mark.parametrize(
    ("version", "known"),
    [pytest.param("1.33", False, id="before"), pytest.param("1.34", True, id="since")],
)
def test_fields_are_those_of_the_version(version: str, known: bool) -> None:
    spec = pod('{"spec":{"hostnameOverride":"h"}}', version=version)["spec"]
    assert isinstance(spec, dict)
    assert ("hostnameOverride" in spec) == known


def test_a_patch_may_change_the_kind() -> None:
    service = pod('{"kind":"Service","spec":{"ports":[{"port":80}],"containers":null}}')
    assert service["spec"] == {"ports": [{"port": 80, "targetPort": 0}]}
    assert service["status"] == {"loadBalancer": {}}


@pytest.mark.parametrize(
    ("patch", "containers"),
    [
        pytest.param('[{"name":"x","image":"j"}]', [CONTAINER | {"image": "j"}], id="merged by name"),
        pytest.param(
            '[{"name":"y"}]', [{"name": "y", "resources": {}}, CONTAINER], id="what the patch names comes first"
        ),
        pytest.param('[{"name":"x","$patch":"delete"}]', [], id="deleted"),
        pytest.param('[{"$patch":"replace"},{"name":"y"}]', [{"name": "y", "resources": {}}], id="replaced"),
        pytest.param(
            '[{"name":"x","env":[{"name":"B","value":"3"},{"name":"A","$patch":"delete"}]}]',
            [CONTAINER | {"env": [{"name": "B", "value": "3"}]}],
            id="lists inside",
        ),
        pytest.param(
            '[{"name":"y"},{"name":"x"}],"$setElementOrder/containers":[{"name":"y"},{"name":"x"}]',
            [{"name": "y", "resources": {}}, CONTAINER],
            id="an order of its own",
        ),
    ],
)
def test_strategic(patch: str, containers: list[object]) -> None:
    spec = pod(f'{{"spec":{{"containers":{patch}}}}}', "strategic")["spec"]
    assert isinstance(spec, dict)
    assert spec["containers"] == containers


def test_strategic_directives_on_maps() -> None:
    patch = '{"metadata":{"labels":{"$patch":"replace","a":"b"}},"spec":{"$retainKeys":["containers"]}}'
    patched = pod(patch, "strategic")
    assert patched["metadata"] == {"name": "x", "labels": {"a": "b"}}
    assert patched["spec"] == {"containers": [CONTAINER]}


@pytest.mark.parametrize(
    ("operation", "metadata"),
    [
        pytest.param(
            '{"op":"add","path":"/metadata/labels/a~1b","value":"c"}',
            {"labels": {"a/b": "c", "run": "x"}},
            id="add, escaped",
        ),
        pytest.param('{"op":"remove","path":"/metadata/labels"}', {}, id="remove"),
        pytest.param(
            '{"op":"replace","path":"/metadata/labels/new","value":"y"}',
            {"labels": {"new": "y", "run": "x"}},
            id="replace adds too",
        ),
        pytest.param(
            '{"op":"move","from":"/metadata/labels/run","path":"/metadata/labels/app"}',
            {"labels": {"app": "x"}},
            id="move",
        ),
        pytest.param(
            '{"op":"copy","from":"/metadata/labels","path":"/metadata/annotations"}',
            {"labels": {"run": "x"}, "annotations": {"run": "x"}},
            id="copy",
        ),
        pytest.param(
            '{"op":"test","path":"/spec/containers/-1/env/0/name","value":"A"}',
            {"labels": {"run": "x"}},
            id="test, from the end",
        ),
    ],
)
def test_json_patch(operation: str, metadata: dict[str, object]) -> None:
    assert pod(f"[{operation}]", "json")["metadata"] == {"name": "x", **metadata}


@pytest.mark.parametrize(
    ("patch", "patch_type", "message"),
    [
        pytest.param("{", "merge", "Invalid JSON Patch", id="merge"),
        pytest.param("1", "merge", "Invalid JSON Patch", id="merge with a number"),
        pytest.param("{", "strategic", "invalid JSON document", id="strategic"),
        pytest.param("{", "json", "unexpected end of JSON input", id="json"),
        pytest.param("nul", "json", "invalid character ' ' in literal null (expecting 'l')", id="json, cut short"),
        pytest.param("{}", "json", "json: cannot unmarshal object into Go value of type jsonpatch.Patch", id="no list"),
        pytest.param("{}", "bogus", "invalid override type: bogus", id="patch type"),
        pytest.param(
            '[{"op":"remove","path":"/a"}]',
            "json",
            "error in remove for path: '/a': Unable to remove nonexistent key: a: missing value",
            id="remove nothing",
        ),
        pytest.param(
            '[{"op":"add","path":"/spec/containers/5"}]',
            "json",
            "error in add for path: '/spec/containers/5': Unable to access invalid index: 5: invalid index referenced",
            id="index",
        ),
        pytest.param(
            '[{"op":"test","path":"/kind","value":"Job"}]', "json", "testing value /kind failed: test failed", id="test"
        ),
        pytest.param('[{"op":"zap"}]', "json", "Unexpected kind: zap", id="operation"),
        pytest.param(
            '{"spec":{"$patch":"zap"}}', "strategic", "unknown patch type: zap in map: map[$patch:zap]", id="directive"
        ),
        pytest.param(
            '{"spec":{"containers":[{"image":"j"}]}}',
            "strategic",
            "map: map[image:j] does not contain declared merge key: name",
            id="merge key",
        ),
        pytest.param(
            '{"spec":{"hostNetwork":"x"}}',
            "merge",
            "json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool",
            id="wrong type",
        ),
        pytest.param(
            '{"spec":{"priority":1.0}}',
            "merge",
            "json: cannot unmarshal number 1.0 into Go struct field PodSpec.spec.priority of type int32",
            id="no integer",
        ),
        pytest.param(
            '{"spec":{"overhead":{"cpu":"x"}}}',
            "merge",
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
            id="quantity",
        ),
        pytest.param(
            '{"metadata":{"creationTimestamp":"2001"}}',
            "merge",
            'parsing time "2001" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "-"',
            id="time",
        ),
        pytest.param(
            '{"apiVersion":"apps/v1"}',
            "merge",
            'no kind "Pod" is registered for version "apps/v1" in scheme "pkg/runtime/scheme.go:111"',
            id="version",
        ),
        pytest.param(
            '{"kind":1}',
            "merge",
            "couldn't get version/kind; json parse error: "
            "json: cannot unmarshal number into Go struct field .kind of type string",
            id="kind",
        ),
    ],
)
def test_refused(patch: str, patch_type: str, message: str) -> None:
    assert refused(patch, patch_type) == message


def test_messages_name_embedded_structs_since_1_35() -> None:
    patch = '{"spec":{"volumes":[{"emptyDir":{"medium":1}}]}}'
    field = "json: cannot unmarshal number into Go struct field EmptyDirVolumeSource"
    assert refused(patch, version="1.34") == f"{field}.spec.volumes.emptyDir.medium of type v1.StorageMedium"
    assert (
        refused(patch, version="1.35") == f"{field}.spec.volumes.VolumeSource.emptyDir.medium of type v1.StorageMedium"
    )


def test_a_kind_kgen_does_not_know() -> None:
    result = run_kgen(["run", "x", "--image=i", '--overrides={"kind":"Job","apiVersion":"batch/v1"}'])
    assert (result.code, result.out) == (2, "")
    assert "`batch/v1` `Job`" in result.err


def test_managed_fields_are_shown_on_demand() -> None:
    argv = ["run", "x", "--image=i", '--overrides={"metadata":{"managedFields":[{"manager":"m"}]}}']
    assert "managedFields" not in run_kgen(argv).out
    assert "managedFields:\n  - manager: m\n" in run_kgen([*argv, "--show-managed-fields"]).out
