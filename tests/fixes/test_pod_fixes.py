"""What the rules of the groups `selector` and `port` mend, and what they leave to people."""

import pytest

from kgen.lint.fix.fix import Safety
from tests.fixes.fixing import Files, changed, found, mended
from tests.repositories import deployment, manifests, service

SAFE, UNSAFE = Safety

WORKLOAD = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: shop  # the shop
        tier: front
    spec:
      containers:
        - name: web
          image: example.com/web:1
"""
PROBE = """\
    containers:
    - name: web
      image: example.com/web:1
      ports: [{name: http, containerPort: 8080}]
      readinessProbe: {httpGet: {path: /, port: PORT}}
"""


def probed(port: str) -> str:
    """A Pod whose readiness probe goes to a port."""
    head = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n"
    return head + PROBE.replace("PORT", port)


@pytest.mark.parametrize(
    ("rule", "files", "old", "new", "safety"),
    [
        pytest.param(
            "orphan-selector",
            manifests(deployment("web", "app: storefront"), service("web", "app: sotrefront")),
            "sotrefront",
            "storefront",
            UNSAFE,
            id="a value with a slip",
        ),
        pytest.param(
            "orphan-selector",
            manifests(deployment("web", "app: storefront"), service("web", "App: storefront")),
            "App",
            "app",
            UNSAFE,
            id="a key in capitals",
        ),
        pytest.param(
            "workload-selector-mismatch",
            WORKLOAD,
            "app: shop  # the shop",
            "app: web  # the shop",
            UNSAFE,
            id="another value in the template, as the selector cannot be changed",
        ),
        pytest.param(
            "workload-selector-mismatch",
            WORKLOAD.replace("app: shop  # the shop\n        ", ""),
            "        tier: front",
            "        app: web\n        tier: front",
            UNSAFE,
            id="no value in the template",
        ),
        pytest.param(
            "workload-selector-mismatch",
            WORKLOAD.replace("  selector:\n    matchLabels:\n      app: web\n", ""),
            "  template:\n",
            "  selector:\n    matchLabels:\n      app: shop\n      tier: front\n  template:\n",
            UNSAFE,
            id="no selector",
        ),
        pytest.param(
            "unstable-selector-label",
            manifests(
                deployment("web", "app: web, helm.sh/chart: web-1"), service("web", "app: web, helm.sh/chart: web-1 ")
            ),
            ", helm.sh/chart: web-1 }",
            " }",
            UNSAFE,
            id="a label of a release in the selector of a Service",
        ),
        pytest.param(
            "target-port-name-missing",
            manifests(deployment(), service(ports="[{port: 80, targetPort: 'htpp'}]")),
            "'htpp'",
            "'http'",
            UNSAFE,
            id="a name with a slip",
        ),
        pytest.param(
            "target-port-name-missing",
            manifests(deployment(ports="[{containerPort: 8080}]"), service(ports="[{port: 80, targetPort: http}]")),
            "http",
            "8080",
            UNSAFE,
            id="the only port there is, which has no name",
        ),
        pytest.param(
            "target-port-protocol-mismatch",
            manifests(
                deployment(ports="[{name: dns, containerPort: 53, protocol: UDP}]"),
                service(ports="[{port: 53, targetPort: dns}]"),
            ),
            "{port: 53, ",
            "{port: 53, protocol: UDP, ",
            UNSAFE,
            id="the protocol that the Service leaves out",
        ),
        pytest.param(
            "target-port-protocol-mismatch",
            manifests(
                deployment(ports="[{name: dns, containerPort: 53}]"),
                service(ports="[{port: 53, targetPort: dns, protocol: UDP}]"),
            ),
            "{name: dns, ",
            "{name: dns, protocol: UDP, ",
            UNSAFE,
            id="the protocol that the container leaves out",
        ),
        pytest.param(
            "target-port-number-unmatched",
            manifests(deployment(ports="[{containerPort: 3550}]"), service(ports="[{port: 80, targetPort: 3500}]")),
            "3500",
            "3550",
            UNSAFE,
            id="the only number there is",
        ),
        pytest.param(
            "target-port-number-unmatched",
            manifests(deployment(ports="[{containerPort: 8080}]"), service(ports="[{port: 80}]")),
            "{port: 80",
            "{targetPort: 8080, port: 80",
            UNSAFE,
            id="no target port",
        ),
        pytest.param(
            "swapped-port-and-target-port",
            manifests(deployment(ports="[{containerPort: 8080}]"), service(ports="[{port: 8080, targetPort: 80}]")),
            "targetPort: 80}",
            "targetPort: 8080}",
            UNSAFE,
            id="a target port that should be the port",
        ),
        pytest.param(
            "invalid-container-port-name",
            deployment(ports="[{name: web_admin, containerPort: 80}]"),
            "web_admin",
            "web-admin",
            UNSAFE,
            id="a name with an underscore",
        ),
        pytest.param("probe-port-name-missing", probed("htttp"), "htttp", "http", UNSAFE, id="a probe with a slip"),
        pytest.param("probe-port-name-missing", probed("web"), "port: web", "port: http", UNSAFE, id="the only name"),
        pytest.param("probe-port-name-missing", probed("'8080'"), "'8080'", "8080", SAFE, id="a number in quotes"),
        pytest.param(
            "host-network-port-mismatch",
            deployment(ports="[{containerPort: 8080, hostPort: 80}]", pod="hostNetwork: true\n"),
            ", hostPort: 80",
            "",
            SAFE,
            id="a host port on the host network",
        ),
    ],
)
def test_fixed(rule: str, files: Files, old: str, new: str, safety: Safety) -> None:
    outcome = mended(rule, files)
    assert outcome.files == changed(files, old, new)
    assert outcome.safety == {safety}
    assert outcome.refused == []


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        pytest.param(
            "orphan-selector",
            manifests(deployment("web", "app: one"), service("web", "app: other")),
            id="a namesake with other labels",
        ),
        pytest.param(
            "workload-selector-mismatch",
            WORKLOAD.replace(
                "  matchLabels:\n      app: web", "  matchExpressions:\n    - {key: app, operator: DoesNotExist}"
            ),
            id="a selector that excludes the template",
        ),
        pytest.param(
            "unstable-selector-label",
            deployment("web", "app: web, helm.sh/chart: web-1"),
            id="a selector that cannot be changed",
        ),
        pytest.param(
            "target-port-name-missing",
            manifests(
                deployment(ports="[{containerPort: 80}, {containerPort: 81}]"),
                service(ports="[{port: 80, targetPort: http}]"),
            ),
            id="two ports to choose from",
        ),
        pytest.param(
            "target-port-protocol-mismatch",
            manifests(
                deployment(ports="[{name: dns, containerPort: 53, protocol: UDP}]"),
                service(ports="[{port: 53, targetPort: dns, protocol: TCP}]"),
            ),
            id="two protocols, both written down",
        ),
        pytest.param(
            "invalid-container-port-name",
            deployment(ports="[{name: a-name-that-is-too-long, containerPort: 80}]"),
            id="a name that is too long",
        ),
        pytest.param(
            "duplicate-container-port-name",
            deployment(ports="[{name: a, containerPort: 80}, {name: a, containerPort: 81}]"),
            id="a name that stands twice",
        ),
    ],
)
def test_left_to_people(rule: str, files: Files) -> None:
    assert [finding.fix for finding in found(rule, files)] == [None]


def test_a_slip_in_the_template_is_mended_there_and_not_in_the_service() -> None:
    pods = deployment("web", "app: storefront").replace(
        "template:\n    metadata: {labels: {app: storefront}}", "template:\n    metadata: {labels: {app: sotrefront}}"
    )
    files = {"a.yaml": service("web", "app: storefront"), "b.yaml": pods}
    assert [finding.fix for finding in found("orphan-selector", files)] == [None]
    assert mended("workload-selector-mismatch", files).files == changed(files, "sotrefront", "storefront")


def test_a_rename_that_would_leave_others_behind_is_not_made() -> None:
    files = manifests(
        deployment(ports="[{name: web_admin, containerPort: 80}]"),
        "apiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: {name: web}\n"
        "spec: {selector: {matchLabels: {app: web}}, podMetricsEndpoints: [{port: web_admin}]}\n",
    )
    outcome = mended("invalid-container-port-name", files)
    assert outcome.files == {"a.yaml": files}
    assert "would then be reported: podmonitor-port-unknown" in outcome.refused[0]
