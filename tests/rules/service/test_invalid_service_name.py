"""Names that Services cannot have."""

import pytest

from kgen.config.model import Config
from tests.repositories import findings, service
from tests.rules.service.specs import PATCHED

RULE = "invalid-service-name"
OLD = Config(kubernetes_version="1.34")


@pytest.mark.parametrize(
    ("name", "config", "expected"),
    [
        pytest.param("web_api", Config(), "name `web_api` of a Service is not up to 63 lower case", id="underscore"),
        pytest.param("web.api", Config(), "name `web.api`", id="dot"),
        pytest.param("Web", Config(), "name `Web`", id="capital"),
        pytest.param("a" * 64, Config(), "is not up to 63", id="64 characters"),
        pytest.param("1web", OLD, "a letter first before Kubernetes 1.36 (1.34)", id="digit first before 1.36"),
        pytest.param("1234", Config(), "name `1234` of a Service is not text for YAML", id="number"),
    ],
)
def test_reported(name: str, config: Config, expected: str) -> None:
    (message,) = findings(RULE, {"s.yaml": service(name)}, config)
    assert message.startswith("s.yaml:3 ")
    assert expected in message


@pytest.mark.parametrize(
    ("name", "files"),
    [
        pytest.param("web-api", {}, id="plain"),
        pytest.param("1web", {}, id="digit first"),
        pytest.param("a" * 63, {}, id="63 characters"),
        pytest.param("'${NAME}'", {}, id="variable"),
        pytest.param("SERVICE_NAME", {}, id="placeholder"),
        pytest.param("NOT_important", PATCHED, id="the name of a patch is not used"),
    ],
)
def test_silent(name: str, files: dict[str, str]) -> None:
    assert findings(RULE, {"s.yaml": service(name), **files}) == []
