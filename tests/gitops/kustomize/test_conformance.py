"""Kustomizations of public repositories against what `kubectl kustomize` 1.32 answered for them.

KGEN_CORPUS (default ../shared/corpus) holds the repositories, KGEN_GOLDENS (default ../shared/goldens) the answers:
`kustomize.jsonl`, a line for each root with exit code and the sha256 over its objects as canonical JSON. A sample is
built unless KGEN_CONFORMANCE=all.
"""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from kgen.gitops.kustomize.build import Build, build
from kgen.gitops.kustomize.builder import Builder
from kgen.gitops.kustomize.files import Files

_SHARED = Path(__file__).parents[4] / "shared"
_CORPUS = Path(os.environ.get("KGEN_CORPUS") or _SHARED / "corpus")
_GOLDENS = Path(os.environ.get("KGEN_GOLDENS") or _SHARED / "goldens") / "kustomize.jsonl"
_SAMPLED = 1 if os.environ.get("KGEN_CONFORMANCE") == "all" else 4
_LEAST_EQUAL = 0.98


def _roots() -> list[dict[str, str | int]]:
    if not _CORPUS.is_dir() or not _GOLDENS.is_file():
        pytest.skip("no answers of kustomize: set KGEN_CORPUS and KGEN_GOLDENS")
    lines = _GOLDENS.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[::_SAMPLED]]


def _digest(found: Build) -> str:
    canonical = (
        json.dumps(value.plain(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        for value in found.resources
    )
    return sha256("\n".join(canonical).encode("utf-8", "surrogatepass")).hexdigest()


def test_builds_what_kustomize_builds_and_refuses_what_it_refuses() -> None:
    builder = Builder(Files(_CORPUS))
    rendered: list[str] = []
    different: list[str] = []
    taken: list[str] = []
    for root in _roots():
        name = str(root["root"])
        found = build(builder, name)
        if root["rc"] != 0:
            taken += [name] if found.is_complete else []
            continue
        rendered.append(name)
        if not found.is_complete or _digest(found) != root["full"]:
            different.append(name)
    assert taken == []
    assert len(different) <= (1 - _LEAST_EQUAL) * len(rendered), different
