"""Addresses of Services in the settings of programs."""

import pytest

from tests.backends import config_map
from tests.repositories import deployment, findings, manifests, service

RULE = "in-cluster-url-port"
SERVICE = service("api", more=", namespace: shop")
LEADS = "leads to port `8080` of Service `api`, which has `80`"
FILE = """\
apiVersion: v1
kind: ConfigMap
metadata: {name: web}
data:
  nginx.conf: |
    location / {
      # proxy_pass http://api.shop.svc.cluster.local:9090;
      proxy_pass http://api.shop.svc.cluster.local:8080;
    }
"""


def program(setting: str) -> str:
    """A Deployment whose container stands in line 10."""
    return deployment().replace("ports:", f"{setting}, ports:")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(config_map("http://api.shop.svc:8080/x"), f"a.yaml:4 ConfigMap `web` {LEADS}", id="ConfigMap"),
        pytest.param(FILE, f"a.yaml:8 ConfigMap `web` {LEADS}", id="line of a file"),
        pytest.param(
            program("env: [{name: API, value: 'http://api.shop.svc.cluster.local:8080'}]"),
            f"a.yaml:10 Deployment `web` {LEADS}",
            id="variable",
        ),
        pytest.param(
            program("args: ['--api=api.shop.svc:8080']"), f"a.yaml:10 Deployment `web` {LEADS}", id="argument"
        ),
        pytest.param(
            program("command: [sh, -c, 'curl api.shop.svc:8080']"), f"a.yaml:10 Deployment `web` {LEADS}", id="command"
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"a.yaml": text, "deep/down/here/s.yaml": SERVICE}) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.yaml": manifests(config_map("http://api.shop.svc:80"), SERVICE)}, id="the Service's port"),
        pytest.param({"a.yaml": config_map("http://api.shop.svc:8080")}, id="Service unknown"),
        pytest.param({"a.yaml": manifests(config_map("http://api.other.svc:8080"), SERVICE)}, id="other namespace"),
        pytest.param({"a.yaml": manifests(config_map("http://api-0.api.shop.svc:8080"), SERVICE)}, id="one pod"),
        pytest.param(
            {
                "a.yaml": manifests(
                    config_map("http://api.shop.svc:8080"), SERVICE.replace("spec:", "spec:\n  clusterIP: None")
                )
            },
            id="headless Service",
        ),
        pytest.param(
            {"a.yaml": manifests(config_map("'http://api.shop.svc:${PORT}'"), SERVICE)}, id="port to be filled in"
        ),
        pytest.param({"a.yaml": manifests(config_map("'http://${X}api.shop.svc:8080'"), SERVICE)}, id="template"),
        pytest.param(
            {"a.yaml": manifests(config_map("http://api.shop.svc:8080"), SERVICE), "b.yaml": service("api")},
            id="one of several Services",
        ),
        pytest.param(
            {
                "a.yaml": manifests(
                    config_map("x").replace("ConfigMap", "Secret").replace("x", "http://api.shop.svc:1"), SERVICE
                )
            },
            id="Secret",
        ),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
