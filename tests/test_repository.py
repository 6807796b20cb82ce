"""A run's files and the objects in them."""

import os
import sys
from pathlib import Path

import pytest

from kgen.config.model import Config
from kgen.discovery.found import Unreadable
from kgen.repository import from_sources, read
from kgen.syntax.source import Source

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
CRD = "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a}\n"


def test_read(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(POD, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    repository = read(tmp_path, Config())
    assert repository.root == tmp_path
    assert [source.path for source in repository.sources] == ["a.yaml", "b.yaml"]
    assert [(each.kind, each.name, each.path) for each in repository.resources] == [("Pod", "a", "b.yaml")]
    assert repository.problems == ()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may read everything")
def test_files_that_cannot_be_read_are_problems(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch(mode=0)
    assert read(tmp_path, Config()).problems == (Unreadable("a.yaml", "cannot be read: Permission denied"),)


@pytest.mark.parametrize(
    ("path", "data", "documents"),
    [
        pytest.param("a.yaml", POD.encode(), 1, id="object"),
        pytest.param("a.yaml", b'{"kind": "Pod", "apiVersion": "v1"}', 1, id="JSON in YAML"),
        pytest.param("a.yaml", POD.encode("utf-16"), 1, id="UTF-16"),
        pytest.param("kustomization.yaml", b"resources: []\n", 1, id="kustomization without a kind"),
        pytest.param("a.yaml", f"{CRD}---\n{POD}".encode(), 2, id="object beside a definition"),
        pytest.param("a.yaml", CRD.encode(), 0, id="definitions alone"),
        pytest.param("values.yaml", b"replicas: 1\n", 0, id="no object"),
        pytest.param("a.yaml", b"", 0, id="empty"),
    ],
)
def test_only_files_of_interest_are_parsed(path: str, data: bytes, documents: int) -> None:
    assert len(from_sources([Source(path, data)]).documents) == documents
