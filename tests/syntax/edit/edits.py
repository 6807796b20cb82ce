"""Making single edits of small texts."""

from kgen.syntax.edit.edit import Edit, apply
from kgen.syntax.node import Node
from kgen.syntax.parse import parse
from kgen.syntax.source import Source


def at(text: str, *steps: str | int) -> Node:
    """The value of a text's first document that some keys and indexes lead to."""
    node = parse(Source("a.yaml", text.encode()))[0].root
    assert node is not None
    for step in steps:
        node = node[step]
    return node


def edited(text: str, *edits: Edit | None) -> str | None:
    """The text once it is edited, None without an edit; what comes out must be YAML."""
    made = [edit for edit in edits if edit is not None]
    if len(made) != len(edits) or not made:
        return None
    after = apply(Source("a.yaml", text.encode()), made)
    assert after is not None
    assert all(document.problem is None for document in parse(after))
    return after.data.decode()
