"""Session affinity that is refused or dropped."""

import pytest

from tests.repositories import findings
from tests.rules.service.specs import CHANGED, PATCHED, selecting

RULE = "session-affinity-config"
CONFIG = "sessionAffinityConfig: {clientIP: {timeoutSeconds: 600}}\n"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        pytest.param(
            "sessionAffinity: clientIP",
            "s.yaml:6 sessionAffinity `clientIP` of Service `web` is neither `ClientIP` nor `None`",
            id="unknown",
        ),
        pytest.param(
            CONFIG,
            "s.yaml:6 sessionAffinityConfig of Service `web` is dropped: its session affinity is `None`",
            id="none",
        ),
        pytest.param(
            "sessionAffinity: None\n" + CONFIG,
            "s.yaml:7 sessionAffinityConfig of Service `web` is dropped: its session affinity is `None`",
            id="None",
        ),
        pytest.param(
            "sessionAffinity: ClientIP\n" + CONFIG.replace("600", "86401"),
            "s.yaml:7 timeoutSeconds `86401` of Service `web` is not between 1 and 86400",
            id="more than a day",
        ),
        pytest.param(
            "sessionAffinity: ClientIP\n" + CONFIG.replace("600", "0"),
            "s.yaml:7 timeoutSeconds `0` of Service `web` is not between 1 and 86400",
            id="0 seconds",
        ),
    ],
)
def test_reported(spec: str, expected: str) -> None:
    assert findings(RULE, {"s.yaml": selecting(spec)}) == [expected]


def test_values_are_reported_in_a_patch() -> None:
    text = selecting(CONFIG.replace("600", "86401"))
    assert findings(RULE, {"s.yaml": text, **PATCHED}) == [
        "s.yaml:6 timeoutSeconds `86401` of Service `web` is not between 1 and 86400"
    ]


@pytest.mark.parametrize(
    ("spec", "files"),
    [
        pytest.param("sessionAffinity: ClientIP\n" + CONFIG, {}, id="ClientIP"),
        pytest.param("sessionAffinity: ClientIP\n" + CONFIG.replace("600", "86400"), {}, id="a day"),
        pytest.param("sessionAffinity: None", {}, id="None"),
        pytest.param("sessionAffinity: ''", {}, id="empty"),
        pytest.param("sessionAffinity: ${AFFINITY}\n" + CONFIG, {}, id="placeholder"),
        pytest.param("sessionAffinityConfig: null", {}, id="null"),
        pytest.param(CONFIG, PATCHED, id="a patch: the base may have ClientIP"),
        pytest.param(CONFIG, CHANGED, id="an overlay may add ClientIP"),
    ],
)
def test_silent(spec: str, files: dict[str, str]) -> None:
    assert findings(RULE, {"s.yaml": selecting(spec), **files}) == []
