"""Manifests that stand beside a kustomization and are not in it."""

import pytest

from tests.repositories import deployment, findings, service

RULE = "unreferenced-manifest"
LISTED = {"a/web.yaml": deployment(), "a/svc.yaml": service()}
LISTING = "resources: [web.yaml, svc.yaml]\n"
OTHER = {"a/other.yaml": service("other")}


def folder(kustomization: str = LISTING, **more: str) -> dict[str, str]:
    """Two listed files, one that is not, and more."""
    return {
        **LISTED,
        **OTHER,
        "a/kustomization.yaml": kustomization,
        **{f"a/{name}.yaml": text for name, text in more.items()},
    }


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({**LISTED, **OTHER}, id="no kustomization"),
        pytest.param({**LISTED, "a/kustomization.yaml": LISTING}, id="all listed"),
        pytest.param(folder(LISTING + "# - other.yaml\n"), id="turned off in a comment"),
        pytest.param(folder(LISTING + "patches: [{path: other.yaml}]\n"), id="a patch"),
        pytest.param(folder(LISTING + "configMapGenerator: [{name: a, files: [other.yaml]}]\n"), id="in a ConfigMap"),
        pytest.param(
            {**folder(), "b/kustomization.yaml": "resources: [../a/other.yaml]\n"}, id="listed by another kustomization"
        ),
        pytest.param(folder("resources: [web.yaml]\n"), id="one of several variants"),
        pytest.param(folder(more=service("more")), id="as many left out as listed"),
        pytest.param({**folder(), "a/other.yaml": "replicas: 1"}, id="a file without objects"),
        pytest.param(
            {**LISTED, "a/kustomization.yaml": LISTING, "a/b/other.yaml": service("other")}, id="another folder"
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []


def test_reported() -> None:
    assert findings(RULE, folder()) == [
        "a/other.yaml:3 Service `other` is not applied: no kustomization lists `other.yaml`"
    ]
