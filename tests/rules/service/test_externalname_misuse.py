"""Aliases in DNS that lead nowhere, or have what they cannot use."""

import pytest

from kgen.cli.catalogue import rules
from kgen.config.model import Config
from kgen.lint.run import run
from kgen.lint.severity import Severity
from kgen.wiring.model import build
from tests.repositories import findings, repository
from tests.rules.service.specs import CHANGED, PATCHED, with_spec

RULE = "externalname-misuse"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param("", "s.yaml:5 Service `web` of type ExternalName has no externalName", id="missing"),
        pytest.param("externalName: ''", "s.yaml:5 Service `web` of type ExternalName has no externalName", id="empty"),
        pytest.param(
            "externalName: https://example.com",
            "s.yaml:6 externalName `https://example.com` of Service `web` is no DNS name",
            id="address of a page",
        ),
        pytest.param(
            "externalName: my_db.example.com",
            "s.yaml:6 externalName `my_db.example.com` of Service `web` is no DNS name",
            id="underscore",
        ),
        pytest.param(
            "externalName: 10.0.0.12",
            "s.yaml:6 externalName `10.0.0.12` of Service `web` is an IP address, which DNS does not resolve",
            id="IPv4",
        ),
        pytest.param(
            "externalName: 'fd00::1'", "s.yaml:6 externalName `fd00::1` of Service `web` is no DNS name", id="IPv6"
        ),
        pytest.param(
            "externalName: example.com\nclusterIP: 10.0.0.12",
            "s.yaml:7 clusterIP may not be set for Service `web`, which is of type ExternalName",
            id="cluster IP",
        ),
        pytest.param(
            "externalName: example.com\nipFamilies: [IPv4]",
            "s.yaml:7 ipFamilies may not be set for Service `web`, which is of type ExternalName",
            id="families",
        ),
        pytest.param(
            "externalName: example.com\nselector: {app: web}",
            "s.yaml:7 the selector of Service `web` is ignored: an ExternalName leads to no pods",
            id="selector",
        ),
    ],
)
def test_reported(spec: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": with_spec("type: ExternalName\n" + spec)}) == [expected]


@pytest.mark.parametrize(
    ("spec", "severity"),
    [
        pytest.param("externalName: my_db", Severity.ERROR, id="refused"),
        pytest.param("externalName: 10.0.0.12", Severity.WARNING, id="taken, and does not resolve"),
        pytest.param("externalName: a.com\nselector: {app: web}", Severity.INFO, id="taken and ignored"),
    ],
)
def test_how_much_it_matters(spec: str, severity: Severity) -> None:
    wired = build(repository({"s.yaml": with_spec("type: ExternalName\n" + spec)}))
    found = run([rule for rule in rules() if rule.name == RULE], [wired], Config())
    assert [finding.severity for finding in found] == [severity]


@pytest.mark.parametrize(
    ("spec", "files"),
    [
        pytest.param("type: ExternalName\nexternalName: db.example.com", {}, id="name"),
        pytest.param("type: ExternalName\nexternalName: db.example.com.", {}, id="trailing dot"),
        pytest.param("type: ExternalName\nexternalName: a.com\nports: [{port: 80}]", {}, id="ports, for Ingresses"),
        pytest.param("type: ExternalName\nexternalName: a.com\nclusterIP: ''", {}, id="empty cluster IP"),
        pytest.param("type: ExternalName\nexternalName: ${HOST}", {}, id="variable"),
        pytest.param("type: ExternalName\nexternalName: YOUR_HOST", {}, id="placeholder"),
        pytest.param("type: ClusterIP\nclusterIP: 10.0.0.12", {}, id="another type"),
        pytest.param("type: ExternalName", PATCHED, id="a patch: the base may have the name"),
        pytest.param("type: ExternalName", CHANGED, id="an overlay may add the name"),
    ],
)
def test_silent(spec: str, files: dict[str, str]) -> None:
    assert findings(RULE, {"s.yaml": with_spec(spec), **files}) == []
