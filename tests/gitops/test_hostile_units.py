"""Objects of Flux and Argo CD with anything in their fields: there are units, or there are none, but no crash."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.syntax.value import Data
from tests.gitops.applying import SERVICE, SETTINGS, applied

_TEXTS = st.sampled_from(
    ["", ".", "..", "/", "apps", "../..", "${A}", "{{path}}", "apps/*", "{", "[", "a: b", "\n", "*", "web", "ConfigMap"]
)
_SCALARS: st.SearchStrategy[Data] = st.one_of(_TEXTS, st.none(), st.booleans(), st.integers(-1, 99999))
_KEYS = st.sampled_from(
    [
        *("path", "sourceRef", "kind", "name", "namespace", "patches", "patch", "target", "components", "images"),
        *("postBuild", "substitute", "substituteFrom", "A", "commonMetadata", "labels", "targetNamespace", "source"),
        *("sources", "repoURL", "chart", "kustomize", "directory", "include", "destination", "generators", "template"),
        *("list", "elements", "git", "directories", "matrix", "spec", "metadata", "helm", "namePrefix", "replicas"),
        *("commonLabels", "count", "kubeConfig", "secretRef", "exclude", "recurse", "server", "patchesJson6902"),
    ]
)
_ANYTHING: st.SearchStrategy[Data] = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_KEYS, inner, max_size=5)),
    max_leaves=20,
)
_KINDS = st.sampled_from(
    [
        ("kustomize.toolkit.fluxcd.io/v1", "Kustomization"),
        ("argoproj.io/v1alpha1", "Application"),
        ("argoproj.io/v1alpha1", "ApplicationSet"),
        ("helm.toolkit.fluxcd.io/v2", "HelmRelease"),
        ("source.extensions.fluxcd.io/v1beta1", "ArtifactGenerator"),
    ]
)
_USABLE: dict[str, Data] = {
    "path": "apps",
    "sourceRef": {"kind": "GitRepository", "name": "x"},
    "destination": {"namespace": "x"},
    "source": {"repoURL": "https://example.com/x", "path": "apps"},
}


@settings(max_examples=300, deadline=None)
@given(_KINDS, st.dictionaries(_KEYS, _ANYTHING, max_size=6), st.booleans(), st.booleans())
def test_any_spec(kind: tuple[str, str], spec: dict[str, Data], is_usable: bool, is_built: bool) -> None:
    fields = {**_USABLE, **spec} if is_usable else spec
    asked = {"apiVersion": kind[0], "kind": kind[1], "metadata": {"name": "a"}, "spec": fields}
    files = {"apps/web.yaml": SERVICE, "apps/settings.yaml": SETTINGS, "argo/a.yaml": json.dumps(asked)}
    if is_built:
        files["apps/kustomization.yaml"] = "resources: [web.yaml]"
    assert all(unit.name for unit in applied(files))
