"""What lies around some objects is found by their words."""

import pytest

from kgen.wiring.surroundings import Surroundings
from tests.repositories import deployment, repository, service

INGRESS = """\
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: front, annotations: {about: deploy-web}}
spec: {defaultBackend: {service: {name: shop, port: {number: 80}}}}
"""
GRANT = "apiVersion: gateway.networking.k8s.io/v1beta1\nkind: ReferenceGrant\nmetadata: {name: allow}\nspec: {}\n"
AROUND = {
    "a/deploy.yaml": deployment("deploy-web", labels="app: web"),
    "b/svc.yaml": service("shop", selector="app: shop"),
    "c/same.yaml": service("second", selector="app: web, tier: back"),
    "d/labelled.yaml": service("third", selector="app: third", more=", labels: {monitored: web}"),
    "e/other.yaml": deployment("other"),
    "f/grant.yaml": GRANT,
}


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(
            "x/web.yaml",
            service(selector="app: web"),
            ["deploy-web", "second", "third", "other", "allow"],
            id="a selector",
        ),
        pytest.param("x/ing.yaml", INGRESS, ["shop", "allow"], id="a backend, and no annotation"),
        pytest.param("e/ing.yaml", INGRESS, ["shop", "other", "allow"], id="the folder"),
        pytest.param(
            "b/svc2.yaml", service("alone", selector="app: alone"), ["shop", "allow"], id="nothing but the folder"
        ),
    ],
)
def test_what_may_matter(path: str, text: str, expected: list[str]) -> None:
    (given,) = repository({path: text}).resources
    around = Surroundings(repository(AROUND).resources)
    assert [each.name for each in around.of([given], frozenset())] == expected


def test_files_are_left_out() -> None:
    (given,) = repository({"x/ing.yaml": INGRESS}).resources
    around = Surroundings(repository(AROUND).resources)
    assert [each.name for each in around.of([given], {"f/grant.yaml"})] == ["shop"]
