"""Services made of what a test is about."""

from textwrap import dedent, indent


def with_spec(text: str, name: str = "web") -> str:
    """A Service of this name whose spec, the text, begins in line 5."""
    return f"apiVersion: v1\nkind: Service\nmetadata: {{name: {name}}}\nspec:\n" + indent(dedent(text), "  ")


def selecting(text: str) -> str:
    """The same with a selector in line 5 and the text from line 6 on: a whole Service and no patch."""
    return with_spec("selector: {app: web}\n" + dedent(text))


PATCHED = {"kustomization.yaml": "patches: [{path: s.yaml}]\n"}
"""A kustomization that takes `s.yaml` for a patch."""

CHANGED = {"kustomization.yaml": "resources: [s.yaml]\npatches: [{path: p.yaml}]\n"}
"""A kustomization that lists `s.yaml` and may change it."""
