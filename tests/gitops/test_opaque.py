"""Which objects bring what cannot be seen, once it is known what they ask for."""

import pytest

from kgen.config.model import Config
from kgen.gitops.opaque import followed, opaque_source
from kgen.gitops.units import units
from tests.gitops.applying import SERVICE, application, flux
from tests.repositories import repository

WEB = {"apps/web.yaml": SERVICE}
HERE = "repoURL: https://example.com/team/repo\npath: apps"
CHART = "repoURL: https://charts.example.com\nchart: web"
REMOTE = {"apps/kustomization.yaml": "resources: [web.yaml, 'https://example.com/x.yaml']"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({**WEB, "a.yaml": application("a", HERE)}, [], id="an application that is rendered"),
        pytest.param({"a.yaml": application("a", CHART)}, [("Application `a`", "shop")], id="a chart"),
        pytest.param(
            {"a.yaml": application("a", CHART, "name: prod")},
            [("Application `a`", None)],
            id="a chart for any namespace",
        ),
        pytest.param(
            {**WEB, **REMOTE, "a.yaml": application("a", HERE)},
            [("Application `a`", "shop")],
            id="an application that is rendered in part",
        ),
        pytest.param({**WEB, "a.yaml": flux("a", "apps")}, [], id="a Flux Kustomization that is rendered"),
        pytest.param(
            {"a.yaml": flux("a", "apps", "targetNamespace: shop")},
            [("Kustomization `a`", "shop")],
            id="a Flux Kustomization of another repository",
        ),
        pytest.param({"a.yaml": flux("a", "apps")}, [("Kustomization `a`", None)], id="such a one for any namespace"),
        pytest.param(
            {
                **WEB,
                "clusters/prod/a.yaml": application("a", HERE),
                "clusters/test/a.yaml": application("a", HERE.replace("apps", "none")),
            },
            [("Application `a`", "shop")],
            id="one that is rendered for one cluster of two",
        ),
    ],
)
def test_opaque(files: dict[str, str], expected: list[tuple[str, str | None]]) -> None:
    seen = repository(files)
    known = followed(units(seen, Config()))
    found = [opaque_source(each, known) for each in seen.resources]
    assert [(each.what, each.namespace) for each in found if each is not None] == expected
    assert all(each.installs for each in found if each is not None)
