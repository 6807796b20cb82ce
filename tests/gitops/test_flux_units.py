"""What Flux Kustomizations apply."""

import pytest

from kgen.syntax.value import Data
from tests.gitops.applying import SERVICE, SETTINGS, applied, field, flux, outline

LISTED = "resources: [web.yaml]\n"
PLAIN = {"apps/web.yaml": SERVICE}
SUBSTITUTED = "postBuild: {{substituteFrom: [{{kind: {}, name: {}}}]}}"
BUILT = {**PLAIN, "apps/kustomization.yaml": LISTED}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {**BUILT, "flux/apps.yaml": flux("apps", "./apps", "targetNamespace: shop")},
            ["apps: Service shop/web"],
            id="a kustomization, put into a namespace",
        ),
        pytest.param(
            {**BUILT, "flux/apps.yaml": flux("apps", "./apps", "namePrefix: a-\nnameSuffix: -z")},
            ["apps: Service ?/a-web-z"],
            id="a prefix and a suffix",
        ),
        pytest.param(
            {**PLAIN, "apps/a/b/db.yml": SERVICE.replace("web", "db"), "flux/apps.yaml": flux("apps", "./apps/")},
            ["apps: Service ?/db, Service ?/web"],
            id="all manifests of a folder without a kustomization and below",
        ),
        pytest.param(
            {
                **PLAIN,
                "apps/built/kustomization.yaml": "namePrefix: built-\nresources: [db.yaml]",
                "apps/built/db.yaml": SERVICE.replace("web", "db"),
                "apps/built/left-out.yaml": SERVICE,
                "apps/.sops.yaml": "creation_rules: []",
                "apps/README.md": "# no manifest",
                "flux/apps.yaml": flux("apps", "apps"),
            },
            ["apps: Service ?/built-db, Service ?/web"],
            id="of a folder below with a kustomization only what that lists",
        ),
        pytest.param(
            {
                "clusters/prod/flux-system/gotk-sync.yaml": flux("flux-system", "./clusters/prod"),
                "clusters/prod/apps.yaml": flux("apps", "./apps"),
                **BUILT,
            },
            [
                "flux-system: Kustomization flux-system/apps, Kustomization flux-system/flux-system",
                "apps: Service ?/web",
            ],
            id="a bootstrapped cluster",
        ),
        pytest.param(
            {
                "clusters/prod/apps.yaml": flux("apps", "./apps"),
                "clusters/test/apps.yaml": flux("apps", "./apps", "targetNamespace: test"),
                **BUILT,
            },
            ["prod/apps: Service ?/web", "test/apps: Service test/web"],
            id="one folder in two clusters",
        ),
        pytest.param(
            {
                "flux/kustomization.yaml": (
                    "resources: [apps.yaml]\n"
                    "patches:\n"
                    "- target: {kind: Kustomization}\n"
                    "  patch: '[{op: add, path: /spec/targetNamespace, value: x}]'\n"
                ),
                "flux/apps.yaml": flux("apps", "./apps"),
                **BUILT,
            },
            ["flux: Kustomization flux-system/apps", "apps: Service x/web"],
            id="an object that a kustomization patches before",
        ),
        pytest.param(
            {
                "overlay/kustomization.yaml": "resources: [../apps]",
                "flux/apps.yaml": flux("apps", "./apps"),
                **BUILT,
            },
            ["overlay: Service ?/web", "apps: Service ?/web"],
            id="a folder that a kustomization includes as well",
        ),
    ],
)
def test_units(files: dict[str, str], expected: list[str]) -> None:
    assert outline(files) == expected


@pytest.mark.parametrize(
    ("more", "path", "expected"),
    [
        pytest.param("commonMetadata: {labels: {team: a}}", ("metadata", "labels"), {"team": "a"}, id="common labels"),
        pytest.param(
            "commonMetadata: {labels: {team: a}}", ("spec", "selector"), {"app": "web"}, id="not in selectors"
        ),
        pytest.param(
            "patches: [{target: {kind: Service}, patch: '[{op: replace, path: /spec/type, value: ClusterIP}]'}]",
            ("spec", "type"),
            "ClusterIP",
            id="a JSON patch",
        ),
        pytest.param(
            "patchesStrategicMerge: [{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: ClusterIP}}]",
            ("spec", "type"),
            "ClusterIP",
            id="a merge patch of old versions",
        ),
        pytest.param(
            "patchesJson6902: [{target: {kind: Service}, patch: [{op: add, path: /spec/type, value: ClusterIP}]}]",
            ("spec", "type"),
            "ClusterIP",
            id="a JSON patch of old versions",
        ),
        pytest.param("components: [../part]", ("metadata", "labels", "part"), "of it", id="a component"),
        pytest.param(
            "components: [../none, ../part]\nignoreMissingComponents: true",
            ("metadata", "labels", "part"),
            "of it",
            id="components of which one may lack",
        ),
    ],
)
def test_options(more: str, path: tuple[str, ...], expected: Data) -> None:
    component = "kind: Component\nlabels: [{pairs: {part: of it}}]\n"
    files = {**BUILT, "part/kustomization.yaml": component, "flux/apps.yaml": flux("apps", "./apps", more)}
    assert field(files, *path) == expected


@pytest.mark.parametrize("kustomization", [{}, {"apps/kustomization.yaml": LISTED}])
@pytest.mark.parametrize(
    ("post_build", "written", "expected"),
    [
        pytest.param("substitute: {PORT: '30081'}", "${PORT}", 30081, id="a number"),
        pytest.param("substitute: {PORT: '30081'}", "'${PORT}'", 30081, id="a number although quoted"),
        pytest.param("substitute: {PORT: '30081'}", '"${PORT}:"', "30081:", id="text that has to stay quoted"),
        pytest.param("substitute: {quote: '\"', PORT: '1'}", "${quote}${PORT}${quote}", "1", id="quotes of its own"),
        pytest.param("substitute: {IS_ON: 'true'}", "${IS_ON}", True, id="a boolean"),
        pytest.param("substitute: {NONE: ''}", "${NONE}", None, id="nothing"),
        pytest.param("substitute: {A: 'x'}", "${PORT:=30082}", 30082, id="a default"),
        pytest.param("substitute: {A: 'x'}", "${PORT}", "${PORT}", id="what nobody defines"),
        pytest.param("substitute: {}", "${PORT:=30082}", "${PORT:=30082}", id="no variables, no defaults"),
        pytest.param("substituteFrom: [{kind: ConfigMap, name: settings}]", "${PORT}", 30083, id="a ConfigMap"),
        pytest.param("substituteFrom: [{kind: ConfigMap, name: settings}]", "${NO:=4}", 4, id="not in the ConfigMap"),
        pytest.param(
            "substituteFrom: [{kind: ConfigMap, name: other}]", "${NO:=4}", "${NO:=4}", id="no such ConfigMap"
        ),
        pytest.param("substituteFrom: [{kind: Secret, name: secrets}]", "${KEY}", "${KEY}", id="a Secret stays one"),
        pytest.param(
            "substituteFrom: [{kind: Secret, name: secrets}]", "${KEY:=x}", "${KEY:=x}", id="so with a default"
        ),
        pytest.param("substituteFrom: [{kind: Secret, name: secrets}]", "${NO:=4}", 4, id="not in the Secret"),
        pytest.param("substituteFrom: [{kind: ConfigMap, name: settings}]", "${SOPS}", "${SOPS}", id="encrypted"),
        pytest.param(
            "substitute: {PORT: '1'}\n  substituteFrom: [{kind: ConfigMap, name: settings}]",
            "${PORT}",
            1,
            id="its own before a ConfigMap's",
        ),
    ],
)
def test_post_build(kustomization: dict[str, str], post_build: str, written: str, expected: Data) -> None:
    files = {
        **kustomization,
        "apps/web.yaml": SERVICE.replace("30080", written),
        "flux/settings.yaml": SETTINGS + "data: {PORT: '30083', SOPS: 'ENC[AES256_GCM,data:x]'}\n",
        "flux/secrets.yaml": SETTINGS.replace("ConfigMap", "Secret").replace("settings", "secrets")
        + "data: {KEY: eA==}\n",
        "flux/apps.yaml": flux("apps", "./apps", f"postBuild:\n  {post_build}"),
    }
    assert field(files, "spec", "ports", 0, "nodePort") == expected


@pytest.mark.parametrize(
    "metadata",
    [
        pytest.param("labels: {kustomize.toolkit.fluxcd.io/substitute: disabled}", id="by a label"),
        pytest.param("annotations: {kustomize.toolkit.fluxcd.io/substitute: disabled}", id="by an annotation"),
    ],
)
def test_substitution_is_switched_off(metadata: str) -> None:
    web = SERVICE.replace("{name: web}", f"{{name: web, {metadata}}}").replace("30080", "${PORT}")
    files = {"apps/web.yaml": web, "flux/apps.yaml": flux("apps", "./apps", "postBuild: {substitute: {PORT: '1'}}")}
    assert field(files, "spec", "ports", 0, "nodePort") == "${PORT}"


def test_settings_are_those_of_the_cluster() -> None:
    files = {"apps/web.yaml": SERVICE.replace("{name: web}", "{name: '${NAME}'}")}
    for cluster in ("prod", "test"):
        files[f"clusters/{cluster}/flux.yaml"] = flux("flux-system", f"./clusters/{cluster}")
        files[f"clusters/{cluster}/apps.yaml"] = flux("apps", "./apps", SUBSTITUTED.format("ConfigMap", "settings"))
        files[f"clusters/{cluster}/settings.yaml"] = SETTINGS + f"data: {{NAME: {cluster}}}\n"
    named = {unit.cluster: unit.resources[0].name for unit in applied(files) if unit.folder == "apps"}
    assert named == {"prod": "prod", "test": "test"}


def test_settings_that_another_kustomization_applies() -> None:
    files = {"apps/web.yaml": SERVICE.replace("{name: web}", "{name: '${NAME}'}")}
    for cluster in ("prod", "test"):
        start = f"clusters/{cluster}"
        files[f"{start}/apps.yaml"] = flux("apps", "./apps", SUBSTITUTED.format("ConfigMap", "settings"))
        files[f"{start}/config.yaml"] = flux("config", f"./config/{cluster}", SUBSTITUTED.format("Secret", "none"))
        files[f"config/{cluster}/settings.yaml"] = SETTINGS + f"data: {{NAME: {cluster}}}\n"
    named = {unit.cluster: unit.resources[0].name for unit in applied(files) if unit.folder == "apps"}
    assert named == {"prod": "prod", "test": "test"}


def test_a_filled_in_value_stands_where_it_is_written() -> None:
    files = {
        "apps/web.yaml": SERVICE.replace("30080", "${PORT}"),
        "flux/apps.yaml": flux("apps", "./apps", "postBuild: {substitute: {PORT: '30081'}}"),
    }
    node = applied(files)[0].resources[0].node["spec"]["ports"][0]["nodePort"]
    assert (node.source.path, node.span.line, node.raw) == ("apps/web.yaml", 9, "${PORT}")
