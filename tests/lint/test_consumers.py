"""References to Services as the engine tells of them."""

import pytest

from kgen.lint.subject import path_of
from kgen.lint.unverified import unverified
from kgen.lint.verdict import verdicts
from kgen.wiring.backend_reference import ServiceReference
from tests.backends import ingress, route
from tests.repositories import manifests, wiring

CROSS = route("{name: web, namespace: shop, port: 80}", more=", namespace: edge")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ingress(), [("10:59", "Service `web` of Ingress `web`")], id="backend, at its port"),
        pytest.param(
            CROSS,
            [
                ("4:96", "Service `web` of HTTPRoute `web`"),
                ("4:84", "grant for Service `web` of HTTPRoute `web`"),
                ("4:28", "Gateway `public` of HTTPRoute `web`"),
            ],
            id="backend, grant and parent",
        ),
    ],
)
def test_unverified_ones_have_a_place_and_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    found = unverified(verdicts(wiring({"a.yaml": text}).consumers))
    assert [(str(one.place.span), one.place.message) for one in found] == expected


def test_each_is_of_the_file_that_names_the_service() -> None:
    seen = wiring({"a.yaml": CROSS, "b.yaml": manifests(ingress(), ingress("name: x", more=", namespace: y"))})
    assert {path_of(each) for each in seen.consumers if isinstance(each, ServiceReference)} == {"a.yaml", "b.yaml"}


def test_a_duplicate_path_is_of_the_file_of_the_later_ingress() -> None:
    second = ingress().replace("metadata: {name: web", "metadata: {name: second")
    seen = wiring({"a.yaml": manifests(ingress(), second)})
    assert [path_of(each) for each in seen.duplicate_paths] == ["a.yaml"]
