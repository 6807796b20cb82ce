"""The Applications that ApplicationSets make."""

from textwrap import dedent, indent

import pytest

from tests.gitops.applying import SERVICE, applied, outline

FILES = {
    "apps/cart/web.yaml": SERVICE,
    "apps/shop/web.yaml": SERVICE,
    "apps/shop/below/db.yaml": SERVICE,
    "apps/.hidden/web.yaml": SERVICE,
    "other/web.yaml": SERVICE,
}


def application_set(generators: str, path: str, name: str = "web-{{name}}", more: str = "") -> str:
    """An ApplicationSet of one generator, or of what stands in a list of them."""
    return (
        "apiVersion: argoproj.io/v1alpha1\n"
        "kind: ApplicationSet\n"
        "metadata: {name: set, namespace: argocd}\n"
        f"spec:\n  generators:\n{indent(dedent(generators), '    ')}\n"
        f"{indent(dedent(more), '  ')}\n"
        "  template:\n"
        f"    metadata: {{name: '{name}'}}\n"
        "    spec:\n"
        "      destination: {namespace: '{{namespace}}', name: '{{cluster}}'}\n"
        f"      source: {{repoURL: https://example.com/team/repo, path: '{path}'}}\n"
    )


@pytest.mark.parametrize(
    ("generators", "path", "name", "expected"),
    [
        pytest.param(
            """\
            - list:
                elements:
                  - {name: a, folder: shop, namespace: one, cluster: prod}
                  - {name: b, folder: cart, namespace: two, cluster: test}
            """,
            "apps/{{folder}}",
            "web-{{name}}",
            ["prod/web-a: Service one/web", "test/web-b: Service two/web"],
            id="a list",
        ),
        pytest.param(
            "- list: {elements: [{values: {folder: shop}}]}",
            "apps/{{values.folder}}",
            "web",
            ["web: Service ?/web"],
            id="a value in a value, and values that are missing",
        ),
        pytest.param(
            "- git: {directories: [{path: apps/*}]}",
            "{{path}}",
            "{{path.basename}}",
            ["cart", "shop"],
            id="folders",
        ),
        pytest.param(
            "- git: {directories: [{path: apps/*}, {path: apps/sh*, exclude: true}]}",
            "{{path}}",
            "{{path[1]}}",
            ["cart"],
            id="folders without one",
        ),
        pytest.param(
            "- git: {directories: [{path: apps/*}]}",
            "{{ .path.path }}",
            "{{ index .path.segments 0 }}-{{.path.basename}}",
            ["apps-cart", "apps-shop"],
            id="in the words of Go templates",
        ),
        pytest.param(
            """\
            - matrix:
                generators:
                  - git: {directories: [{path: apps/*}]}
                  - list: {elements: [{cluster: prod}, {cluster: test}]}
            """,
            "{{path}}",
            "{{cluster}}-{{path.basename}}",
            ["prod/prod-cart", "test/test-cart", "prod/prod-shop", "test/test-shop"],
            id="all pairs of two",
        ),
    ],
)
def test_applications(generators: str, path: str, name: str, expected: list[str]) -> None:
    files = {**FILES, "argo/set.yaml": application_set(generators, path, name)}
    assert [each if ":" in expected[0] else each.partition(":")[0] for each in outline(files)] == expected


@pytest.mark.parametrize(
    ("generators", "more", "reason"),
    [
        pytest.param(
            "- clusters: {}",
            "",
            "argo/set.yaml:6:7: what the generator `clusters` gives is not written in the repository",
            id="clusters that only Argo CD knows",
        ),
        pytest.param(
            "- matrix: {generators: [{clusters: {}}, {list: {elements: []}}]}",
            "",
            "argo/set.yaml:6:29: what the generator `clusters` gives is not written in the repository",
            id="such clusters with a list",
        ),
        pytest.param(
            "- list: {elements: []}",
            "templatePatch: 'spec: {}'",
            "argo/set.yaml:7:18: `templatePatch` is a template of YAML",
            id="a patch that is a template",
        ),
    ],
)
def test_not_static(generators: str, more: str, reason: str) -> None:
    units = applied({**FILES, "argo/set.yaml": application_set(generators, "apps", more=more)})
    assert [(unit.name, [str(each) for each in unit.problems]) for unit in units] == [("set", [reason])]
