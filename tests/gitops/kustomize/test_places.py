"""Every value knows the line it comes from, through bases, patches and transformers."""

from pathlib import Path

import pytest

from kgen.gitops.kustomize.build import build
from kgen.gitops.kustomize.builder import Builder
from kgen.gitops.kustomize.files import Files
from kgen.gitops.kustomize.tree import Value
from tests.gitops.kustomize.rendering import built, sections, write

_FILES = """\
=== base/web.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
      - name: web
        image: nginx:1
        envFrom:
        - configMapRef:
            name: settings
=== base/kustomization.yaml
resources:
- web.yaml
=== over/kustomization.yaml
resources:
- ../base
namespace: shop
namePrefix: dev-
commonLabels:
  team: shop
images:
- name: nginx
  newTag: "2"
replicas:
- name: web
  count: 3
configMapGenerator:
- name: settings
  literals:
  - mode=on
patches:
- path: patch.yaml
- patch: |-
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      paused: true
- target:
    kind: Deployment
  patch: |-
    - op: add
      path: /spec/minReadySeconds
      value: 5
=== over/patch.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      hostNetwork: true
"""
_POD_SPEC = ("spec", "template", "spec")


@pytest.mark.parametrize(
    ("kind", "path", "place"),
    [
        pytest.param("Deployment", ("kind",), "base/web.yaml:2:7", id="what nobody changed"),
        pytest.param("Deployment", ("metadata", "name"), "base/web.yaml:4:9", id="a name, before it got a prefix"),
        pytest.param("Deployment", ("metadata", "namespace"), "over/kustomization.yaml:3:12", id="the namespace"),
        pytest.param("Deployment", ("spec", "replicas"), "over/kustomization.yaml:12:10", id="the count"),
        pytest.param(
            "Deployment", ("spec", "selector", "matchLabels", "team"), "over/kustomization.yaml:6:9", id="a label"
        ),
        pytest.param("Deployment", (*_POD_SPEC, "hostNetwork"), "over/patch.yaml:8:20", id="a patch of a file"),
        pytest.param("Deployment", ("spec", "paused"), "over/kustomization.yaml:25:15", id="an inline patch"),
        pytest.param("Deployment", ("spec", "minReadySeconds"), "over/kustomization.yaml:31:14", id="a JSON patch"),
        pytest.param("ConfigMap", ("data", "mode"), "over/kustomization.yaml:16:5", id="a literal"),
    ],
)
def test_a_field_comes_from(kind: str, path: tuple[str, ...], place: str, tmp_path: Path) -> None:
    write(tmp_path, sections(_FILES))
    (resource,) = (each for each in built(tmp_path, "over").resources if each.text_at("kind") == kind)
    assert _place(resource.get(*path)) == place


def test_items_of_lists_and_images(tmp_path: Path) -> None:
    write(tmp_path, sections(_FILES))
    (resource,) = (each for each in built(tmp_path, "over").resources if each.text_at("kind") == "Deployment")
    containers = resource.get(*_POD_SPEC, "containers")
    assert containers is not None
    (container,) = containers.items
    assert _place(container.get("name")) == "base/web.yaml:9:15"
    assert _place(container.get("image")) == "over/kustomization.yaml:9:11"


def test_bases_are_shared_and_stay_as_they_are(tmp_path: Path) -> None:
    bare = "=== bare/kustomization.yaml\nresources:\n- ../base\n"
    write(tmp_path, sections(_FILES + bare))
    builder = Builder(Files(tmp_path))
    before = [value.plain() for value in build(builder, "bare").resources]
    build(builder, "over")
    assert [value.plain() for value in build(builder, "bare").resources] == before


def _place(value: Value | None) -> str:
    assert value is not None
    assert value.origin is not None
    return f"{value.origin.source.path}:{value.origin.span.line}:{value.origin.span.column}"
