"""Kustomizations that kustomize would refuse."""

import pytest

from kgen.config.model import LOAD_FROM_FOLDER, Config
from tests.repositories import deployment, findings, manifests, service

RULE = "render-failed"
WEB = {"web.yaml": manifests(service(), deployment())}


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({**WEB, "kustomization.yaml": "resources: [web.yaml]\nnamePrefix: dev-"}, id="whole"),
        pytest.param({"kustomization.yaml": "resources: ['https://example.com/a?ref=1']"}, id="a remote base"),
        pytest.param(
            {
                **WEB,
                "kustomization.yaml": "resources: [web.yaml, 'https://example.com/a?ref=1']\npatches:\n"
                "  - patch: '{apiVersion: v1, kind: Service, metadata: {name: other}}'",
            },
            id="a patch of what a remote base may have",
        ),
        pytest.param({**WEB, "kustomization.yaml": "resources: [web.yaml, gone.yaml]"}, id="another rule's file"),
        pytest.param({"web.yaml": "a: [", "kustomization.yaml": "resources: [web.yaml]"}, id="another rule's mistake"),
        pytest.param({"web.yaml": "a: 1\na: 2", "kustomization.yaml": "resources: [web.yaml]"}, id="a key twice"),
        pytest.param({**WEB, "kustomization.yaml": "resources: [web.yaml]\nhelmCharts: [{name: a}]"}, id="a chart"),
        pytest.param(
            {**WEB, "kustomization.yaml": "resources: [web.yaml]\nconfigMapGenerator: [{name: a, files: [b]}]"},
            id="a file that may be made later",
        ),
        pytest.param({**WEB, "dev/kustomization.yaml": "resources: [../web.yaml]"}, id="a file of another folder"),
        pytest.param(
            {**WEB, "kustomization.yaml": "kind: Component\nresources: [web.yaml, web.yaml]"},
            id="a component, which is built only with what includes it",
        ),
        pytest.param({"kustomization.yaml": "resources: [{{ file }}]"}, id="a template"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {**WEB, "kustomization.yaml": "resources:\n  - web.yaml\n  - web.yaml"},
            ["kustomization.yaml:3 kustomize refuses `.`: "],
            id="an object that is listed twice",
        ),
        pytest.param(
            {**WEB, "kustomization.yaml": "resources: [web.yaml]\npatches: [patch.yaml]"},
            ["kustomization.yaml:2 kustomize refuses `.`: `patches[0]` is no mapping"],
            id="a form of older versions",
        ),
        pytest.param(
            {
                **WEB,
                "kustomization.yaml": "resources: [web.yaml]\npatches:\n"
                "  - patch: '{apiVersion: v1, kind: Service, metadata: {name: other}}'",
            },
            ["kustomization.yaml:3 kustomize refuses `.`: "],
            id="a patch of nothing",
        ),
        pytest.param(
            {
                **WEB,
                "kustomization.yaml": "resources: [web.yaml]\nnamePrefxi: dev-",
            },
            ["kustomization.yaml:2 kustomize refuses `.`: unknown field `namePrefxi`"],
            id="a misspelled field",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: list[str]) -> None:
    found = findings(RULE, files)
    assert len(found) == len(expected)
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True)), found


def test_a_file_of_another_folder_is_refused_where_files_are_restricted() -> None:
    files = {**WEB, "dev/kustomization.yaml": "resources:\n  - ../web.yaml"}
    (found,) = findings(RULE, files, Config(load_restrictor=LOAD_FROM_FOLDER))
    assert found.startswith("dev/kustomization.yaml:2 kustomize refuses `dev`: `../web.yaml` is not in or below `dev`")


def test_a_mistake_of_a_base_is_told_once_with_the_units_that_it_stops() -> None:
    base = {"base/web.yaml": service(), "base/kustomization.yaml": "resources: [web.yaml, web.yaml]"}
    overlays = {f"{name}/kustomization.yaml": "resources: [../base]" for name in ("dev", "prod")}
    assert len(findings(RULE, base | overlays)) == 1
