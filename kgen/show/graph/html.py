"""The picture as one page that needs nothing else: no network, no library, a policy that allows its own parts only."""

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path

from kgen.show.graph.model import Graph
from kgen.show.graph.page_data import page_data
from kgen.syntax.display import visible

_FOLDER = Path(__file__).parent / "page"
# The scripts in the order in which they build on each other; they share one function's scope.
_SCRIPTS = ("model", "filters", "element", "draw", "details", "groups", "keys", "table", "main")
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def as_html(graph: Graph, name: str) -> str:
    """A page about what is called `name`."""
    style, script = _read("page.css"), _script()
    parts = {
        "policy": _policy(style, script),
        "style": style,
        "name": escape(visible(name)),
        "data": _data_block(graph),
        "script": script,
    }
    page = _read("page.html")
    before, *sections = page.split("{{")
    return before + "".join(parts[key] + rest for key, _, rest in (each.partition("}}") for each in sections))


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy: nothing may be loaded, and only these two texts work."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data_block(graph: Graph) -> str:
    """JSON in ASCII that holds nothing by which a parser of HTML would leave its element."""
    return json.dumps(page_data(graph), separators=(",", ":")).translate(_ESCAPES)


def _script() -> str:
    texts = "\n".join(_read(f"{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{texts}}})();\n'


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
