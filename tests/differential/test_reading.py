"""The quick reader and the exact one give the same documents, values and places, whatever parser is below them."""

import pytest

from kgen.syntax.events import Engine
from kgen.syntax.parse import parse, parse_exactly
from kgen.syntax.source import Source
from tests.differential.corpus import manifests
from tests.differential.reading import seen
from tests.libyaml import HAS_LIBYAML
from tests.syntax.reading import installed_engines

_ENGINES = installed_engines()
_PYTHON = _ENGINES[-1]
_LARGEST = 50 * 2**20  # bytes, as kgen reads


@pytest.mark.skipif(not HAS_LIBYAML, reason="no libyaml is installed")
@pytest.mark.parametrize("engine", _ENGINES[:-1], ids=[engine.name for engine in _ENGINES[:-1]])
def test_public_manifests_with_libyaml(engine: Engine) -> None:
    _check(engine, every=40, largest=_LARGEST)


def test_public_manifests_with_the_python_parser() -> None:
    """A hundred times slower, and so on smaller files."""
    _check(_PYTHON, every=400, largest=10_000)


def _check(engine: Engine, every: int, largest: int) -> None:
    for path in manifests(every, largest):
        source = Source(path.name, path.read_bytes())
        quick, exact = parse(source, engine), parse_exactly(source, engine)
        assert list(map(seen, quick)) == list(map(seen, exact)), path
