"""How near files stand, and which namespaces can be one."""

import pytest

from kgen.wiring.scope import Nearness, may_share_namespace, nearness, surely_share_namespace


@pytest.mark.parametrize(
    ("path", "other", "expected"),
    [
        pytest.param("a/web.yaml", "a/web.yaml", Nearness.SAME_FILE, id="same file"),
        pytest.param("web.yaml", "db.yaml", Nearness.SAME_FOLDER, id="both in the root"),
        pytest.param("a/web.yaml", "a/db.yaml", Nearness.SAME_FOLDER, id="same folder"),
        pytest.param("a/web.yaml", "web.yaml", Nearness.ADJACENT, id="parent"),
        pytest.param("a/b/web.yaml", "web.yaml", Nearness.ADJACENT, id="grandparent"),
        pytest.param("svc/web.yaml", "deploy/web.yaml", Nearness.ADJACENT, id="siblings"),
        pytest.param("a/b/web.yaml", "a/c/web.yaml", Nearness.ADJACENT, id="siblings below the root"),
        pytest.param("a/b/web.yaml", "c/web.yaml", Nearness.ELSEWHERE, id="nephew"),
        pytest.param("a/b/c/web.yaml", "web.yaml", Nearness.ELSEWHERE, id="far below"),
        pytest.param("ab/web.yaml", "a/web.yaml", Nearness.ADJACENT, id="names with a shared beginning"),
    ],
)
def test_nearness(path: str, other: str, expected: Nearness) -> None:
    assert nearness(path, other) is expected
    assert nearness(other, path) is expected


@pytest.mark.parametrize(
    ("namespace", "other", "possible", "sure"),
    [
        pytest.param("a", "a", True, True, id="one"),
        pytest.param("a", "b", False, False, id="two"),
        pytest.param(None, "a", True, False, id="one unknown"),
        pytest.param(None, None, True, False, id="both unknown"),
    ],
)
def test_namespaces(namespace: str | None, other: str | None, *, possible: bool, sure: bool) -> None:
    assert may_share_namespace(namespace, other) is possible
    assert surely_share_namespace(namespace, other) is sure
