"""Which files cannot be taken as they stand."""

import pytest

from kgen.gitops.claims import Claims, claims
from kgen.gitops.kustomization import kustomization
from tests.repositories import repository

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: own}\n"


def claimed(files: dict[str, str]) -> Claims:
    """The claims on these files."""
    seen = repository(files)
    return claims([source.path for source in seen.sources], seen.kustomizations, seen.resources)


def flux(spec: str) -> str:
    """A Flux Kustomization."""
    return f"apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {{name: a}}\nspec: {{{spec}}}\n"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"kustomization.yaml": "resources: [b.yaml]\npatches: [{path: c.yaml}]"}, id="others listed"),
        pytest.param({"kustomization.yaml": "resources: [a.yaml]"}, id="plain"),
        pytest.param({"kustomization.yaml": "resources: [a.yaml]\npatches: []\nimages: [{name: b}]"}, id="images"),
        pytest.param({"kustomization.yaml": "resources: [a.yaml]\nlabels: [{pairs: {b: c}}]"}, id="labels of objects"),
        pytest.param(
            {"kustomization.yaml": "resources: [a.yaml]", "o/kustomization.yaml": "resources: [..]\nnameSuffix: -b"},
            id="included by a plain one",
        ),
        pytest.param({"flux.yaml": flux("path: ./b, patches: [{patch: c}]")}, id="other folder patched by Flux"),
        pytest.param({"flux.yaml": flux("path: ./, prune: true")}, id="applied by Flux"),
        pytest.param({"kustomization.yaml": "resources: [a.yaml]\n  patches: x"}, id="unreadable kustomization"),
    ],
)
def test_as_it_stands(files: dict[str, str]) -> None:
    assert claimed(files | {"a.yaml": POD}).reason("a.yaml") is None


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"kustomization.yml": "resources: [./a.yaml]\ncommonLabels: {b: c}"}, id="labels"),
        pytest.param(
            {"Kustomization": "resources: [a.yaml]\nlabels: [{pairs: {b: c}, includeSelectors: true}]"},
            id="labels in selectors",
        ),
        pytest.param({"kustomization.yaml": "resources: [a.yaml]\ntransformers: [t.yaml]"}, id="transformer"),
        pytest.param({"kustomization.yaml": "resources: [a.yaml, 'https://example.com/b']"}, id="remote resource"),
        pytest.param({"kustomization.yaml": "kind: Component\nresources: [a.yaml]"}, id="component"),
        pytest.param({"kustomization.yaml": "patches: [{path: a.yaml}]"}, id="patch"),
        pytest.param({"kustomization.yaml": "patchesStrategicMerge: [a.yaml]"}, id="old patch"),
        pytest.param(
            {"b/kustomization.yaml": "bases: [..]\nvars: [{}]", "kustomization.yaml": "resources: [a.yaml]"},
            id="included by one that changes it",
        ),
        pytest.param(
            {
                "kustomization.yaml": "resources: [a.yaml]",
                "b/kustomization.yaml": "resources: [..]",
                "c/kustomization.yaml": "resources: [../b]\nreplacements: [{}]",
            },
            id="included over two steps",
        ),
        pytest.param({"flux.yaml": flux("path: ./, patches: [{patch: c}]")}, id="patched by Flux"),
        pytest.param({"flux.yaml": flux("components: [c]")}, id="components of Flux at the root"),
    ],
)
def test_claimed(files: dict[str, str]) -> None:
    assert claimed(files | {"a.yaml": POD}).reason("a.yaml")


def test_kustomizations_that_include_each_other() -> None:
    files = {f"{a}/kustomization.yaml": f"resources: [../{b}, x.yaml]\nvars: [{{}}]" for a, b in ("ab", "ba")}
    assert claimed(files).reason("a/x.yaml")


def test_the_templates_of_a_chart() -> None:
    found = claimed({"charts/web/Chart.yaml": "name: web", "charts/web/templates/a.yaml": POD})
    assert found.reason("charts/web/templates/deep/a.yaml") == "it is a template of a Helm chart"
    assert found.reason("charts/web/values.yaml") is None
    assert found.reason("templates/a.yaml") is None


@pytest.mark.parametrize(
    ("files", "namespace"),
    [
        pytest.param({}, "own", id="its own"),
        pytest.param({"kustomization.yaml": "namespace: b\nresources: [a.yaml]"}, None, id="set by its kustomization"),
        pytest.param(
            {"kustomization.yaml": "resources: [a.yaml]", "o/kustomization.yaml": "resources: [..]\nnamespace: b"},
            None,
            id="set by an overlay",
        ),
        pytest.param({"kustomization.yaml": "namespace: b\nresources: [c.yaml]"}, "own", id="set for others"),
        pytest.param({"flux.yaml": flux("path: ., targetNamespace: b")}, None, id="set by Flux"),
    ],
)
def test_namespace(files: dict[str, str], namespace: str | None) -> None:
    seen = repository(files | {"a.yaml": POD})
    (pod,) = (each for each in seen.resources if each.kind == "Pod")
    assert claimed(files | {"a.yaml": POD}).namespace(pod) == namespace


def test_paths_of_a_kustomization_start_at_its_folder() -> None:
    text = "resources: [a.yaml, ../b, https://example.com/c]\ncomponents: [../../d]\npatches: [{path: e.yaml}]"
    (document,) = repository({"x/y/kustomization.yaml": text}).documents
    found = kustomization(document)
    assert found is not None
    assert found.resources == ["x/y/a.yaml", "x/b"]
    assert found.components == ["d"]
    assert found.fragments == ["x/y/e.yaml"]
    assert found.remote == ["https://example.com/c"]
