"""Whatever a text is like, the quick readers give what the exact one gives, or leave it to that one."""

from hypothesis import given, settings

from kgen.syntax.events import best
from kgen.syntax.lines import read_lines
from kgen.syntax.parse import parse, parse_exactly
from kgen.syntax.quick import quick_read
from kgen.syntax.source import Source
from tests.differential.reading import seen
from tests.fuzz.mutation import mutated
from tests.fuzz.seeds import manifests


@settings(max_examples=200)
@given(mutated(manifests()))
def test_bytes(data: bytes) -> None:
    source, exact = Source("a.yaml", data), parse_exactly(Source("a.yaml", data))
    assert list(map(seen, parse(source))) == list(map(seen, exact))
    expected = [(document.root and document.root.value, document.extent) for document in exact]
    for reader in (read_lines, quick_read):
        found = reader(source.undecoded_text, best())
        assert found is None or repr(list(found)) == repr(expected)
