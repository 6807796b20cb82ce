"""What Argo CD Applications apply."""

import pytest

from kgen.syntax.value import Data
from tests.gitops.applying import SERVICE, application, applied, field, outline

REPOSITORY = "repoURL: https://example.com/team/repo.git\n"
FOLDER = REPOSITORY + "path: apps\n"
PLAIN = {"apps/web.yaml": SERVICE}
BUILT = {**PLAIN, "apps/kustomization.yaml": "resources: [web.yaml]"}
DB = SERVICE.replace("web", "db")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {**BUILT, "argo/apps.yaml": application("apps", FOLDER)}, ["apps: Service shop/web"], id="a kustomization"
        ),
        pytest.param(
            {**PLAIN, "apps/below/db.yaml": DB, "argo/apps.yaml": application("apps", FOLDER)},
            ["apps: Service shop/web"],
            id="the manifests of a folder, not those below",
        ),
        pytest.param(
            {
                **PLAIN,
                "apps/below/db.yaml": DB,
                "argo/apps.yaml": application("apps", FOLDER + "directory: {recurse: true}"),
            },
            ["apps: Service shop/db, Service shop/web"],
            id="those below where it says so",
        ),
        pytest.param(
            {
                **PLAIN,
                "apps/db.yaml": DB,
                "apps/old-db.yml": DB,
                "apps/values.yaml": "replicas: 1",
                "argo/apps.yaml": application("apps", FOLDER + "directory: {include: '{*.yaml,x}', exclude: 'w*'}"),
            },
            ["apps: Service shop/db"],
            id="those that a pattern takes and none excludes",
        ),
        pytest.param(
            {"apps/web.yaml": SERVICE.replace("{name: web}", "{name: web, namespace: own}")}
            | {"argo/apps.yaml": application("apps", FOLDER)},
            ["apps: Service own/web"],
            id="a namespace of its own stays",
        ),
        pytest.param(
            {"apps/space.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n"}
            | {"argo/apps.yaml": application("apps", FOLDER)},
            ["apps: Namespace ?/shop"],
            id="what has no namespace gets none",
        ),
        pytest.param(
            {
                **PLAIN,
                "more/kustomization.yaml": "resources: [db.yaml]",
                "more/db.yaml": DB,
                "argo/apps.yaml": application("apps", FOLDER).replace(
                    "  source:\n",
                    "  sources: [{repoURL: x, ref: values}, {repoURL: x, path: apps}, {repoURL: x, path: more}]\n"
                    "  source:\n",
                ),
            },
            ["apps: Service shop/web, Service shop/db"],
            id="several sources instead of the one",
        ),
        pytest.param(
            {
                **PLAIN,
                "argo/root.yaml": application("root", REPOSITORY + "path: argo"),
                "argo/apps.yaml": application("apps", FOLDER),
            },
            ["root: Application argocd/apps, Application argocd/root", "apps: Service shop/web"],
            id="an application of applications",
        ),
        pytest.param(
            {**PLAIN, "argo/apps.yaml": application("apps", FOLDER + "plugin: {name: x}")},
            ["apps: nothing ..."],
            id="a plugin",
        ),
        pytest.param(
            {"apps/Chart.yaml": "name: x", "argo/apps.yaml": application("apps", FOLDER)},
            ["apps: nothing ..."],
            id="a chart in the repository",
        ),
        pytest.param(
            {**PLAIN, "apps/bad.yaml": "a: [", "argo/apps.yaml": application("apps", FOLDER)},
            ["apps: Service shop/web ..."],
            id="a file that cannot be read",
        ),
    ],
)
def test_units(files: dict[str, str], expected: list[str]) -> None:
    assert outline(files) == expected


@pytest.mark.parametrize(
    ("options", "path", "expected"),
    [
        pytest.param("namePrefix: a-, nameSuffix: -z", ("metadata", "name"), "a-web-z", id="prefix and suffix"),
        pytest.param("namespace: other", ("metadata", "namespace"), "other", id="a namespace before the destination's"),
        pytest.param("commonLabels: {team: a}", ("spec", "selector", "team"), "a", id="labels, in selectors too"),
        pytest.param(
            "commonLabels: {team: a}, labelWithoutSelector: true",
            ("spec", "selector"),
            {"app": "web"},
            id="labels, not in selectors",
        ),
        pytest.param("commonAnnotations: {a: b}", ("metadata", "annotations"), {"a": "b"}, id="annotations"),
        pytest.param(
            "patches: [{target: {kind: Service}, patch: '[{op: remove, path: /spec/type}]'}]",
            ("spec",),
            {"ports": [{"nodePort": 30080, "port": 80}], "selector": {"app": "web"}},
            id="a patch",
        ),
        pytest.param("components: [../part]", ("metadata", "labels", "part"), "of it", id="a component"),
    ],
)
def test_kustomize_options(options: str, path: tuple[str, ...], expected: Data) -> None:
    component = "kind: Component\nlabels: [{pairs: {part: of it}}]\n"
    app = application("apps", FOLDER + f"kustomize: {{{options}}}")
    assert field({**BUILT, "part/kustomization.yaml": component, "argo/apps.yaml": app}, *path) == expected


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        pytest.param("example.com/web:2", "example.com/web:2", id="a tag"),
        pytest.param("example.com/web=mirror:5000/web:2", "mirror:5000/web:2", id="another name"),
        pytest.param("example.com/web@sha256:ab", "example.com/web@sha256:ab", id="a digest"),
    ],
)
def test_images(image: str, expected: str) -> None:
    containers = "[{name: a, image: 'example.com/web:1'}]"
    pod = f"apiVersion: v1\nkind: Pod\nmetadata: {{name: web}}\nspec: {{containers: {containers}}}\n"
    app = application("apps", FOLDER + f"kustomize: {{images: ['{image}']}}")
    files = {**BUILT, "apps/web.yaml": pod, "argo/apps.yaml": app}
    assert field(files, "spec", "containers", 0, "image") == expected


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        pytest.param(
            "repoURL: https://charts.example.com\nchart: web",
            "the chart `web` is from `https://charts.example.com`",
            id="a chart",
        ),
        pytest.param(
            "repoURL: https://example.com/other\npath: .",
            "it applies another repository, `https://example.com/other`",
            id="the whole of a repository",
        ),
        pytest.param(
            "repoURL: https://example.com/other\npath: none",
            "the folder `none` of `https://example.com/other` is not in this repository",
            id="no such folder",
        ),
        pytest.param(
            "repoURL: https://example.com/other\npath: '{{ path }}'",
            "the path `{{ path }}` is filled in elsewhere",
            id="a template",
        ),
    ],
)
def test_elsewhere(source: str, reason: str) -> None:
    unit = applied({**PLAIN, "argo/apps.yaml": application("apps", source)})[0]
    assert (unit.is_opaque, [each.message for each in unit.problems]) == (True, [reason])


def test_an_application_of_applications_tells_which_repository_it_is() -> None:
    other = application("other", "repoURL: https://example.com/team/other\npath: apps")
    same = application("same", "repoURL: git@example.com:Team/repo\npath: apps")
    files = {
        "argo/root.yaml": application("root", REPOSITORY + "path: argo"),
        "argo/a.yaml": other,
        "argo/b.yaml": same,
    }
    assert {unit.name: unit.is_opaque for unit in applied({**PLAIN, **files}) if unit.name != "root"} == {
        "other": True,
        "same": False,
    }


@pytest.mark.parametrize(
    ("folder", "destination", "cluster"),
    [
        pytest.param("argo", "namespace: shop", "", id="nothing tells"),
        pytest.param("argo", "server: 'https://kubernetes.default.svc'", "", id="the one that Argo CD is in"),
        pytest.param("argo", "server: 'https://10.0.0.1:6443'", "10.0.0.1:6443", id="an address"),
        pytest.param("argo", "name: prod", "prod", id="a name"),
        pytest.param("clusters/test/argo", "name: in-cluster", "test", id="a folder for a cluster"),
        pytest.param("clusters/test", "name: prod", "prod", id="its own name before the folder's"),
    ],
)
def test_cluster(folder: str, destination: str, cluster: str) -> None:
    assert applied({**PLAIN, f"{folder}/apps.yaml": application("apps", FOLDER, destination)})[0].cluster == cluster
