"""Rendered objects read like written ones, and know where each value comes from."""

from textwrap import dedent

import pytest

from kgen.config.model import Config
from kgen.gitops.unit import Unit
from kgen.gitops.units import units
from kgen.kubernetes.pod_template import pod_template
from kgen.kubernetes.resource import Resource
from kgen.syntax.node import Node
from tests.repositories import deployment, repository

BASE = {"base/kustomization.yaml": "resources: [web.yaml]", "base/web.yaml": deployment()}
OVERLAY = """\
namespace: shop
namePrefix: dev-
resources: [../base]
patches:
  - patch: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 3
        template:
          spec:
            containers:
              - name: web
                ports:
                  - {name: admin, containerPort: 9000}
"""


def units_of(files: dict[str, str]) -> list[Unit]:
    """The units that these files make."""
    seen = repository({path: dedent(text) for path, text in files.items()})
    return list(units(seen, Config()))


def rendered(overlay: str = OVERLAY) -> Resource:
    """The one object of an overlay over the base."""
    (unit,) = units_of({**BASE, "dev/kustomization.yaml": overlay})
    (resource,) = unit.resources
    return resource


def at(resource: Resource, *steps: str | int) -> Node:
    """The node that these keys and indexes lead to."""
    node = resource.node
    for step in steps:
        node = node[step]
    return node


def place(node: Node) -> str:
    """Where it is written."""
    return f"{node.source.path}:{node.span.line}:{node.span.column}"


CONTAINER = ("spec", "template", "spec", "containers", 0)


@pytest.mark.parametrize(
    ("steps", "value", "where"),
    [
        pytest.param(("kind",), "Deployment", "base/web.yaml:2:7", id="a value of the base"),
        pytest.param(("metadata", "namespace"), "shop", "dev/kustomization.yaml:1:12", id="the namespace set"),
        pytest.param(("metadata", "name"), "dev-web", "base/web.yaml:3:18", id="the name, prefixed"),
        pytest.param(("spec", "replicas"), 3, "dev/kustomization.yaml:10:19", id="a value of a patch"),
        pytest.param(
            (*CONTAINER, "ports", 0, "containerPort"),
            9000,
            "dev/kustomization.yaml:16:50",
            id="an item of a patch",
        ),
        pytest.param((*CONTAINER, "image"), "example.com/web:1", "base/web.yaml:10:30", id="beside what is patched"),
    ],
)
def test_a_value_knows_what_decides_it(steps: tuple[str | int, ...], value: object, where: str) -> None:
    node = at(rendered(), *steps)
    assert node.value == value
    assert place(node) == where


def test_what_reads_manifests_reads_rendered_objects() -> None:
    pod = pod_template(rendered())
    assert pod is not None
    assert [port.number for port in pod.ports] == [9000, 80]
    assert pod.labels == {"app": "web"}


def test_keys_and_values_come_in_pairs() -> None:
    metadata = at(rendered(), "metadata")
    assert {key.value: value.value for key, value in metadata.items()} == {"name": "dev-web", "namespace": "shop"}
    assert [place(key) for key, _ in metadata.items()] == ["base/web.yaml:3:12", "dev/kustomization.yaml:1:1"]


def test_a_line_of_an_inline_patch_is_shown_with_the_lines_around_it() -> None:
    node = at(rendered(), "spec", "replicas")
    assert node.source.line(node.span.line) == "        replicas: 3"
    assert node.source.line(1) == "namespace: shop"


def test_nodes_of_one_place_are_equal_and_others_are_not() -> None:
    resource = rendered()
    assert at(resource, "spec", "replicas") == at(resource, "spec", "replicas")
    assert at(resource, "spec") != at(resource, "metadata")
    assert at(resource, "kind").written == at(resource, "kind").written


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param(BASE, ["base"], id="one that nobody includes"),
        pytest.param({**BASE, "dev/kustomization.yaml": "resources: [../base]"}, ["dev"], id="a base is no unit"),
        pytest.param(
            {**BASE, **{f"{name}/kustomization.yaml": "resources: [../base]" for name in ("dev", "prod")}},
            ["dev", "prod"],
            id="overlays of one base",
        ),
        pytest.param(
            {"kustomization.yaml": "resources: [a.yaml]\nkind: Component", "a.yaml": deployment()}, [], id="a component"
        ),
        pytest.param({"kustomization.yaml": "resources: [a.yaml]", "a.yaml": deployment()}, ["."], id="the root"),
    ],
)
def test_units(files: dict[str, str], expected: list[str]) -> None:
    assert [unit.name for unit in units_of(files)] == expected


@pytest.mark.parametrize(
    ("kustomization", "lacks_objects", "is_doubtful"),
    [
        pytest.param("resources: [web.yaml]", False, False, id="whole"),
        pytest.param("resources: [web.yaml, 'https://example.com/a.yaml']", True, False, id="something remote besides"),
        pytest.param("resources: [web.yaml, gone.yaml]", True, False, id="a resource that is not there"),
        pytest.param("resources: [web.yaml]\npatches: [{path: gone.yaml}]", True, True, id="a patch that is not there"),
        pytest.param(
            "resources: [web.yaml]\nconfigMapGenerator: [{name: a, files: [gone.txt]}]",
            False,
            False,
            id="a file of a ConfigMap",
        ),
        pytest.param(
            "resources: [web.yaml]\ncomponents: ['https://example.com/c?ref=1']", True, True, id="a remote component"
        ),
        pytest.param("resources: [web.yaml]\nhelmCharts: [{name: a}]", True, False, id="a chart"),
        pytest.param("resources: [web.yaml, web.yaml]", True, True, id="what kustomize refuses"),
    ],
)
def test_what_is_rendered_in_part(kustomization: str, lacks_objects: bool, is_doubtful: bool) -> None:
    (unit,) = units_of({"kustomization.yaml": kustomization, "web.yaml": deployment()})
    assert unit.lacks_objects is lacks_objects
    assert (unit.doubt is not None) is is_doubtful
