"""Objects that do not fit their kind."""

from textwrap import dedent

import pytest

from kgen.config.model import Config
from tests.repositories import deployment, findings, service

RULE = "schema"
CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n"
SECRET = CONFIG_MAP.replace("ConfigMap", "Secret")
HALF = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2}\n"
DEFINITION = dedent("""\
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata:
      name: crons.example.com
    spec:
      group: example.com
      scope: Namespaced
      names: {kind: Cron, plural: crons}
      versions:
        - name: v1
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  required: [size]
                  properties: {size: {type: integer}, mode: {type: string, enum: [a, b]}}
""")


def cron(spec: str) -> str:
    """A custom resource whose spec stands in line 4."""
    return f"apiVersion: example.com/v1\nkind: Cron\nmetadata: {{name: web}}\nspec: {spec}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            deployment().replace("selector:", "selectors:"),
            "m.yaml:5 unknown field `spec.selectors` in Deployment `web`",
            id="unknown field, which is meant for the missing one",
        ),
        pytest.param(
            HALF.replace("{replicas: 2}", "\n  template: {spec: {containers: [{name: a}]}}"),
            "m.yaml:4 required field `spec.selector` is missing in Deployment `web`",
            id="missing field",
        ),
        pytest.param(
            HALF.replace("spec: {replicas: 2}\n", ""),
            "m.yaml:1 required field `spec` is missing in Deployment `web`",
            id="missing spec",
        ),
        pytest.param(
            deployment(pod="volumes:\n  - emptyDir: {}"),
            "m.yaml:12 required field `spec.template.spec.volumes[0].name` is missing in Deployment `web`",
            id="missing in an item",
        ),
        pytest.param(
            deployment(more=", annotations: {revision: 3}"),
            "m.yaml:3 `metadata.annotations.revision` of Deployment `web` takes a string, not the number `3`",
            id="annotation that is a number",
        ),
        pytest.param(
            deployment(pod="hostNetwork: 'true'"),
            "m.yaml:11 `spec.template.spec.hostNetwork` of Deployment `web` takes true or false, not the string `true`",
            id="boolean in quotes",
        ),
        pytest.param(
            CONFIG_MAP + "data: {port: 80}\n",
            "m.yaml:4 `data.port` of ConfigMap `web` takes a string, not the number `80`",
            id="ConfigMap with a number",
        ),
        pytest.param(
            CONFIG_MAP + "data: [a]\n", "m.yaml:4 `data` of ConfigMap `web` takes a mapping, not a list", id="list"
        ),
        pytest.param(
            SECRET + "stringData: {pin: 1234}\n",
            "m.yaml:4 `stringData.pin` of Secret `web` takes a string, not a number",
            id="what a Secret holds is not told",
        ),
        pytest.param(
            deployment().replace("apps/v1", "v1"),
            "m.yaml:2 `v1` of Kubernetes 1.37 has no kind `Deployment`",
            id="kind of another group",
        ),
        pytest.param(
            service().replace("kind: Service", "kind: Servise"),
            "m.yaml:2 `v1` of Kubernetes 1.37 has no kind `Servise`",
            id="kind with a slip",
        ),
        pytest.param(
            service(ports="[{port: http}]"),
            "m.yaml:7 `spec.ports[0].port` of Service `web` takes a whole number, not the string `http`",
            id="port that is a name",
        ),
        pytest.param(
            service(ports="[{port: 80, protocol: 6}]"),
            "m.yaml:7 `spec.ports[0].protocol` of Service `web` takes a string, not the number `6`",
            id="protocol that is a number",
        ),
        pytest.param(
            deployment(ports="[{name: http, containerPort: [80]}]"),
            "m.yaml:10 `spec.template.spec.containers[0].ports[0].containerPort` of Deployment `web` takes a whole "
            "number, not a list",
            id="port that is no scalar",
        ),
        pytest.param(
            f"{DEFINITION}---\n{cron('{siz: 1}')}", "m.yaml:23 unknown field `spec.siz` in Cron `web`", id="custom"
        ),
        pytest.param(
            f"{DEFINITION}---\n{cron('{size: 1, mode: c}')}",
            "m.yaml:23 `spec.mode` of Cron `web` takes one of `a`, `b`, not the string `c`",
            id="custom, choice",
        ),
    ],
)
def test_reported(text: str, expected: str) -> None:
    assert findings(RULE, {"m.yaml": text}) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(deployment(more=", creationTimestamp: null") + "status: {}\n", id="as kubectl prints it"),
        pytest.param(deployment() + "status: {conditions: [{type: Ready}]}\n", id="status"),
        pytest.param(deployment(pod="nodeSelector: null"), id="null"),
        pytest.param(service(ports="[{port: , targetPort: 80}]"), id="blank to fill in"),
        pytest.param(deployment(ports="[{containerPort: PORT}]"), id="placeholder in capitals"),
        pytest.param(deployment(pod="terminationGracePeriodSeconds: ${GRACE}"), id="variable of Flux"),
        pytest.param(deployment(pod="terminationGracePeriodSeconds: <seconds>"), id="placeholder in brackets"),
        pytest.param(CONFIG_MAP + "${DATA}:\n", id="placeholder for a field"),
        pytest.param(HALF + "  # of a patch\n$patch: merge\n", id="strategic merge patch"),
        pytest.param(CONFIG_MAP + "sops: {mac: x}\ndata: {a: ENC[x]}\n", id="encrypted by SOPS"),
        pytest.param("apiVersion: v1\nkind: Config\nclusters: []\n", id="kubeconfig"),
        pytest.param("apiVersion: apps/v1\nkind: ${KIND}\n", id="placeholder for a kind"),
        pytest.param("apiVersion: v1\nkind: Template\nobjects: []\n", id="old OpenShift"),
        pytest.param(cron("{siz: 1}"), id="custom resource without a definition"),
        pytest.param("apiVersion: extensions/v1beta1\nkind: Ingress\nspec: {backends: 1}\n", id="removed-api's"),
        pytest.param(service(ports="[{port: '80'}]"), id="quoted-port-number's"),
        pytest.param(service(ports="[{port: 99999999999}]"), id="port-out-of-range's"),
        pytest.param(service(ports="[{port: 80, name: 7}]"), id="invalid-port-name's"),
        pytest.param(service(selector="version: 1.10"), id="non-string-label's, in a selector"),
        pytest.param(deployment(labels="app: web, canary: true"), id="non-string-label's, in labels"),
    ],
)
def test_silent(text: str) -> None:
    assert findings(RULE, {"m.yaml": text}) == []


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"kustomization.yaml": "patches: [{path: m.yaml}]"}, id="listed as a patch"),
        pytest.param({"kustomization.yaml": "resources: [m.yaml]\ncommonLabels: {app: web}"}, id="labelled"),
        pytest.param({"base/all.yaml": deployment()}, id="the whole is elsewhere"),
    ],
)
def test_what_a_patch_lacks_is_not_missing(files: dict[str, str]) -> None:
    assert findings(RULE, {"m.yaml": HALF, **files}) == []


@pytest.mark.parametrize("path", ["web-patch.yaml", "patches/web.yaml", "manager_webhook_patch.yaml"])
def test_a_file_may_say_that_it_is_a_patch(path: str) -> None:
    assert findings(RULE, {path: HALF}) == []
    assert findings(RULE, {path: HALF, "kustomization.yaml": f"resources: [{path}]"}) != []


def test_an_unknown_field_is_one_whatever_a_kustomization_adds() -> None:
    files = {"kustomization.yaml": "resources: [m.yaml]\ncommonLabels: {app: web}", "m.yaml": CONFIG_MAP + "dat: {}\n"}
    assert findings(RULE, files) == ["m.yaml:4 unknown field `dat` in ConfigMap `web`"]


@pytest.mark.parametrize(("version", "count"), [("1.30", 1), ("1.31", 0)])
def test_the_version_decides(version: str, count: int) -> None:
    files = {"m.yaml": deployment(pod="volumes: [{name: models, image: {reference: example.com/a}}]")}
    assert len(findings(RULE, files, Config(kubernetes_version=version))) == count


@pytest.mark.parametrize(
    ("spec", "count"),
    [
        pytest.param("{size: 1, mod: a}", 1, id="near name"),
        pytest.param("{size: 1, sizes: 2}", 0, id="near name beside the name"),
        pytest.param("{size: x}", 1, id="wrong type"),
        pytest.param("{size: 1, speed: 2}", 0, id="field of a newer version"),
        pytest.param("{size: 1, mode: c}", 0, id="choice of a newer version"),
        pytest.param("{}", 0, id="required in an older version"),
    ],
)
def test_a_definition_from_elsewhere_may_be_of_another_version(spec: str, count: int) -> None:
    assert len(findings(RULE, {"vendor/crd.yaml": DEFINITION, "apps/web.yaml": cron(spec)})) == count


def test_one_definition_that_fits_is_enough() -> None:
    newer = DEFINITION.replace("{size:", "{speed: {type: integer}, size:")
    files = {"crd-1.yaml": DEFINITION, "crd-2.yaml": newer, "m.yaml": cron("{size: 1, speed: 2}")}
    assert findings(RULE, files) == []
