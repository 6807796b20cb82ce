"""Custom resources whose kinds nothing defines."""

import pytest

from kgen.wiring.undefined_kinds import count_undefined
from tests.repositories import service, wiring

ISSUER = "apiVersion: cert-manager.io/v1\nkind: Issuer\nmetadata: {name: web}\n"
DEFINITION = """\
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: issuers.cert-manager.io
spec:
  group: cert-manager.io
  names:
    kind: Issuer
    plural: issuers
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: {type: object, properties: {url: {type: string}}}
"""


@pytest.mark.parametrize(
    ("files", "count"),
    [
        pytest.param({"a.yaml": service()}, 0, id="a built-in kind"),
        pytest.param({"a.yaml": service().replace("v1", "v2", 1)}, 0, id="a version that Kubernetes has not"),
        pytest.param({"a.yaml": ISSUER}, 1, id="a kind of somebody else's"),
        pytest.param({"a.yaml": f"{ISSUER}---\n{ISSUER}"}, 2, id="two of them"),
        pytest.param({"a.yaml": ISSUER, "crd.yaml": DEFINITION}, 0, id="a kind that the repository defines"),
        pytest.param(
            {"kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n"},
            0,
            id="what only kustomize reads",
        ),
    ],
)
def test_count(files: dict[str, str], count: int) -> None:
    assert count_undefined(wiring(files).manifests, 37) == count
