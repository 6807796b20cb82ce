"""Numbers outside of the node port range."""

from textwrap import dedent

import pytest

from kgen.config.model import Config
from tests.repositories import findings, service

RULE = "nodeport-out-of-range"


def node_port(number: str, kind: str = "NodePort") -> str:
    """A Service of this type that asks for a node port in line 8."""
    return service(ports=f"[{{port: 80, nodePort: {number}}}]").replace("spec:", f"spec:\n  type: {kind}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(node_port("9090"), "`9090` of Service `web` is outside of the range 30000-32767", id="below"),
        pytest.param(node_port("29999"), "`29999`", id="one below"),
        pytest.param(node_port("32768"), "`32768`", id="one above"),
        pytest.param(node_port("-1"), "`-1`", id="negative"),
        pytest.param(node_port("80", "LoadBalancer"), "`80`", id="LoadBalancer"),
        pytest.param(
            service().replace("spec:", "spec:\n  type: LoadBalancer\n  healthCheckNodePort: 10256"),
            "healthCheckNodePort `10256`",
            id="health check",
        ),
        pytest.param(
            "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 1, nodePort: 1}]}",
            "`1`",
            id="patch without type and selector",
        ),
        pytest.param(
            "apiVersion: v1\nkind: List\nitems:\n- "
            "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 1, nodePort: 1}]}}",
            "Service `a`",
            id="in a List",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    (message,) = findings(RULE, {"s.yaml": text})
    assert expected in message


def test_reported_in_a_patch_that_a_kustomization_lists() -> None:
    files = {"kustomization.yaml": "patches: [{path: s.yaml}]", "s.yaml": node_port("80")}
    assert len(findings(RULE, files)) == 1


def kustomization(entry: str) -> str:
    """A kustomization whose entries begin in line 1."""
    return dedent(entry).lstrip()


MERGED = kustomization("""
    patches:
      - patch: |-
          apiVersion: v1
          kind: Service
          metadata: {name: web}
          spec:
            ports:
              - port: 80
                nodePort: 9090
    """)
JSON = kustomization("""
    patches:
      - target: {kind: Service, name: web}
        patch: |
          - op: replace
            path: /spec/ports/0/nodePort
            value: 9090
    """)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"kustomization.yaml": MERGED}, "kustomization.yaml:9 nodePort `9090` of a patch", id="merged"),
        pytest.param(
            {"kustomization.yaml": MERGED.replace("patches:", "patchesStrategicMerge:").replace("patch: |-", "|-")},
            "kustomization.yaml:9 nodePort `9090` of a patch",
            id="merged, by its old name",
        ),
        pytest.param({"kustomization.yaml": JSON}, "kustomization.yaml:6 nodePort `9090` of a patch", id="JSON patch"),
        pytest.param(
            {"kustomization.yaml": JSON.replace("ports/0/nodePort", "healthCheckNodePort")},
            "kustomization.yaml:6 healthCheckNodePort `9090` of a patch",
            id="JSON patch of the health check's",
        ),
        pytest.param(
            {
                "a/kustomization.yaml": "patchesJson6902: [{target: {kind: Service}, path: ../b/patch.json}]",
                "b/patch.json": '[{"op": "add", "path": "/spec/ports/0/nodePort", "value": 9090}]',
            },
            "b/patch.json:1 nodePort `9090` of a patch",
            id="JSON patch in a file",
        ),
    ],
)
def test_reported_in_patches(files: dict[str, str], expected: str) -> None:
    (message,) = findings(RULE, files)
    assert message.startswith(expected)


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"kustomization.yaml": MERGED.replace("9090", "30090")}, id="merged, in range"),
        pytest.param({"kustomization.yaml": JSON.replace("9090", "30090")}, id="JSON patch, in range"),
        pytest.param({"kustomization.yaml": JSON.replace("9090", "0")}, id="0 asks for any"),
        pytest.param({"kustomization.yaml": JSON.replace("9090", "${PORT}")}, id="placeholder"),
        pytest.param({"kustomization.yaml": JSON.replace("kind: Service", "kind: Kafka")}, id="another kind"),
        pytest.param({"kustomization.yaml": JSON.replace("0/nodePort", "0/port")}, id="another field"),
        pytest.param({"kustomization.yaml": JSON.replace("op: ", "- ")}, id="text that is no YAML"),
        pytest.param({"patch.json": '[{"op": "add", "path": "/spec/ports/0/nodePort", "value": 9}]'}, id="nobody's"),
    ],
)
def test_silent_in_patches(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(node_port("30000"), id="first of the range"),
        pytest.param(node_port("32767"), id="last of the range"),
        pytest.param(node_port("0"), id="0 asks for any"),
        pytest.param(node_port("null"), id="null asks for any"),
        pytest.param(node_port("'80'"), id="text, another rule's"),
        pytest.param(node_port("true"), id="boolean, another rule's"),
        pytest.param(node_port("'${PORT}'"), id="placeholder"),
        pytest.param(service(), id="none"),
        pytest.param(node_port("80").replace("v1", "serving.knative.dev/v1"), id="Knative's Service"),
    ],
)
def test_silent(text: str) -> None:
    assert findings(RULE, {"s.yaml": text}) == []


def test_the_range_is_the_clusters() -> None:
    config = Config(node_port_range=(80, 90))
    assert findings(RULE, {"s.yaml": node_port("80")}, config) == []
    assert len(findings(RULE, {"s.yaml": node_port("30000")}, config)) == 1
