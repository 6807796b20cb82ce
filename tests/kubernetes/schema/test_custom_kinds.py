"""Definitions of custom kinds found among files."""

from textwrap import dedent

import pytest

from kgen.kubernetes.schema.custom_kinds import CustomKinds
from kgen.kubernetes.schema.shape import ANY_OBJECT
from kgen.syntax.source import Source

DEFINITION = """\
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: crons.example.com
    spec:
      group: example.com
      names: {kind: Cron, plural: crons}
      versions:
        - name: v1
          schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}
        - name: v2
          schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}, more: {type: string}}}}
"""


def folders(text: str, api_version: str = "example.com/v1", kind: str = "Cron", path: str = "crds/a.yaml") -> list[str]:
    """Where the definitions of a kind are, in a repository of this file and an unrelated one."""
    sources = [Source(path, dedent(text).encode()), Source("other.yaml", b"kind: Cron\n")]
    return [each.folder for each in CustomKinds(sources).definitions(api_version, kind, ANY_OBJECT)]


def test_each_version_has_its_own_fields() -> None:
    kinds = CustomKinds([Source("a.yaml", dedent(DEFINITION).encode())])
    shapes = [kinds.definitions(f"example.com/{version}", "Cron", ANY_OBJECT)[0].shape for version in ("v1", "v2")]
    assert [sorted(shape.fields.keys() - {"apiVersion", "kind", "metadata"}) for shape in shapes] == [
        ["spec"],
        ["more", "spec"],
    ]


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param(DEFINITION, "crds/a.yaml", ["crds/"], id="in a folder"),
        pytest.param(DEFINITION, "a.yaml", [""], id="at the root"),
        pytest.param(dedent(DEFINITION).replace("\n", "\r\n"), "a.yaml", [""], id="line ends of Windows"),
        pytest.param(f"a: [b\n---\n{dedent(DEFINITION)}", "a.yaml", [""], id="behind a document that cannot be read"),
        pytest.param(dedent(DEFINITION) + "---\n" + dedent(DEFINITION), "a.yaml", ["", ""], id="twice"),
        pytest.param(DEFINITION.replace("crons.example.com", '"crons.example.com"'), "a.yaml", [""], id="quoted name"),
    ],
)
def test_found(text: str, path: str, expected: list[str]) -> None:
    assert folders(text, path=path) == expected


@pytest.mark.parametrize(
    ("text", "api_version", "kind"),
    [
        pytest.param(DEFINITION, "example.com/v3", "Cron", id="another version"),
        pytest.param(DEFINITION, "example.org/v1", "Cron", id="another group"),
        pytest.param(DEFINITION, "example.com/v1", "Job", id="another kind"),
        pytest.param(DEFINITION, "example.com/v1", "C[", id="kind that is no name"),
        pytest.param(
            DEFINITION.replace("    group:", "    preserveUnknownFields: true\n      group:"),
            "example.com/v1",
            "Cron",
            id="keeps unknown fields",
        ),
        pytest.param(DEFINITION.replace("spec: {type: object}", ""), "example.com/v1", "Cron", id="stub"),
        pytest.param(DEFINITION.replace("apiextensions", "{{ api"), "example.com/v1", "Cron", id="template"),
    ],
)
def test_not_found(text: str, api_version: str, kind: str) -> None:
    assert folders(text, api_version, kind) == []
