"""However a Service is written, fixing it changes the values that are wrong and no other byte."""

import codecs
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.lint.fix.mend import mend
from kgen.repository import from_sources
from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from tests.fixes.properties import lint, state_of
from tests.libyaml import HAS_LIBYAML

COMMENTS = st.sampled_from(["", "  # why", " #29999 udp", "\t# ünïcode" if HAS_LIBYAML else " # ünïcode"])


@dataclass(frozen=True)
class Style:
    """How a Service is written."""

    margin: int
    item: str
    quote: str
    is_flow: bool
    line_end: str
    has_mark: bool
    ends: bool


STYLES = st.builds(
    Style,
    margin=st.integers(1, 6),
    item=st.sampled_from(["- ", "-   "]),
    quote=st.sampled_from(["", "'", '"']),
    is_flow=st.booleans(),
    line_end=st.sampled_from(["\n", "\r\n"]),
    has_mark=st.booleans(),
    ends=st.booleans(),
)


def written(style: Style, comments: list[str], node_port: str, protocol: str, port: str) -> bytes:
    """A Service whose port has some values, in a style."""
    margin, quote = " " * style.margin, style.quote
    port_entries = [f"nodePort: {node_port}", f"protocol: {quote}{protocol}{quote}", f"port: {port}"]
    head = ["apiVersion: v1", "kind: Service", "metadata:", f"{margin}name: {quote}web{quote}", "spec:"]
    spec = ["type: NodePort", f"selector: {{app: {quote}web{quote}}}", "ports:"]
    below = " " * len(style.item)
    block = [f"{style.item}{port_entries[0]}", *(f"{below}{entry}" for entry in port_entries[1:])]
    ports = [f"{style.item}{{{', '.join(port_entries)}}}"] if style.is_flow else block
    lines = [*head, *(f"{margin}{line}" for line in (*spec, *ports))]
    commented = [f"{line}{comment}" for line, comment in zip(lines, comments, strict=False)]
    text = style.line_end.join(commented) + (style.line_end if style.ends else "")
    return (codecs.BOM_UTF8 if style.has_mark else b"") + text.encode()


@settings(max_examples=60)
@given(STYLES, st.lists(COMMENTS, min_size=11, max_size=11))
def test_only_what_is_wrong_changes(style: Style, comments: list[str]) -> None:
    before = written(style, comments, node_port="29999", protocol="udp", port='"53"')
    after = written(style, comments, node_port="30000", protocol="UDP", port="53")
    (document,) = parse(Source("a.yaml", before))
    assert document.problem is None
    mended = mend(state_of(from_sources([Source("a.yaml", before)])), lambda _finding: True, lint)
    assert mended.state.repository.sources[0].data == after
    assert mended.refused == []
