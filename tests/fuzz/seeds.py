"""Inputs that kgen understands, for a fuzzer to start from."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kgen.cli.catalogue import rules
from kgen.lint.documentation import read_documentation
from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from kgen.syntax.value import Mapping
from tests.gitops.kustomize.rendering import OVERLAYS, sections

_TESTS = Path(__file__).parent.parent
_CORPUS_FILES = 400
_LARGEST = 4_000  # bytes; what goes wrong does so in a small file as well, and sooner


@cache
def manifests() -> list[bytes]:
    """Manifests of these tests, the examples of every rule, and public ones where KGEN_CORPUS names any."""
    return [*_own(), *_examples(), *public("*.y*ml")]


@cache
def objects() -> list[Mapping]:
    """The objects in the manifests of these tests and the examples of every rule, as plain data."""
    sources = (Source("x", data) for data in [*_own(), *_examples()])
    roots = (document.root for source in sources for document in parse(source))
    return [root.value for root in roots if root is not None and isinstance(root.value, dict) and root.get("kind")]


@cache
def kustomizations() -> list[dict[str, bytes]]:
    """Folders with a kustomization each: files by path."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(OVERLAYS.glob("*.txt")))
    return [{name: text.encode() for name, text in sections(each).items()} for each in texts]


@cache
def public(pattern: str) -> list[bytes]:
    """A sample of the small files of that name in public repositories, where KGEN_CORPUS names any."""
    corpus = Path(os.environ.get("KGEN_CORPUS") or _TESTS.parents[1] / "shared" / "corpus")
    found = sorted(path for path in corpus.glob(f"*/**/{pattern}") if path.is_file())
    small = [path for path in found if path.stat().st_size < _LARGEST]
    return [path.read_bytes() for path in small[:: len(small) // _CORPUS_FILES + 1]]


def _own() -> Iterator[bytes]:
    for folder in ("cases", "testdata"):
        yield from (path.read_bytes() for path in sorted((_TESTS / folder).rglob("*.yaml")))


def _examples() -> Iterator[bytes]:
    for rule in rules():
        documentation = read_documentation(rule.documentation)
        for heading in ("Bad", "Good"):
            yield from (example.encode() for example in documentation.examples(heading))
