"""Fixes of what kustomizations render go to the file that decides the value."""

import pytest

from kgen.report.units import warning_of_fix
from tests.fixes.fixing import changed, found, mended
from tests.repositories import deployment, manifests, service

BASE = manifests(deployment(), service(ports="[{port: 80, targetPort: htpp}]"))
SOUND = BASE.replace("htpp", "http")
LISTED = "resources: [all.yaml]\n"
OVERLAY = "resources: [../base]\n"
PATCH = """\
resources: [../base]
patches:
  - patch: |
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        # of the public
        ports:
          - port: 80
            targetPort: htpp  # typed in a hurry
"""
JSON_PATCH = """\
resources: [../base]
patches:
  - target: {kind: Service}
    patch: |-
      - op: replace
        path: /spec/ports/0/targetPort
        value: 'htpp'
"""
IN_QUOTES = """\
resources: [../base]
patches:
  - target: {kind: Service}
    patch: '[{"op": "replace", "path": "/spec/ports/0/targetPort", "value": "htpp"}]'
"""
IN_FILE = "resources: [../base]\npatches: [{path: port.yaml}]\n"
PORT = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports:\n    - port: 80\n      targetPort: htpp\n"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"base/all.yaml": BASE, "base/kustomization.yaml": LISTED, "dev/kustomization.yaml": OVERLAY},
            id="in the base",
        ),
        pytest.param(
            {
                "base/all.yaml": SOUND,
                "base/kustomization.yaml": LISTED,
                "dev/kustomization.yaml": IN_FILE,
                "dev/port.yaml": PORT,
            },
            id="in the patch of an overlay",
        ),
        pytest.param(
            {"base/all.yaml": SOUND, "base/kustomization.yaml": LISTED, "dev/kustomization.yaml": PATCH},
            id="in the text of an inline patch",
        ),
        pytest.param(
            {"base/all.yaml": SOUND, "base/kustomization.yaml": LISTED, "dev/kustomization.yaml": JSON_PATCH},
            id="in the text of a JSON patch",
        ),
    ],
)
def test_fixed_where_it_is_decided(files: dict[str, str]) -> None:
    outcome = mended("target-port-name-missing", files)
    assert outcome.files == changed(files, "htpp", "http")
    assert outcome.refused == []


def test_what_is_not_written_as_it_is_meant_is_left_to_people() -> None:
    files = {"base/all.yaml": SOUND, "base/kustomization.yaml": LISTED, "dev/kustomization.yaml": IN_QUOTES}
    assert [finding.fix for finding in found("target-port-name-missing", files)] == [None]


def test_a_fix_of_a_base_names_the_overlays_that_it_changes_as_well() -> None:
    files = {
        "base/all.yaml": BASE,
        "base/kustomization.yaml": LISTED,
        "dev/kustomization.yaml": OVERLAY,
        "prod/kustomization.yaml": PATCH.replace("htpp", "http"),
    }
    (finding,) = found("target-port-name-missing", files)
    assert warning_of_fix(finding) == "the fix also changes prod"
    assert mended("target-port-name-missing", files).files == changed(files, "htpp", "http")
