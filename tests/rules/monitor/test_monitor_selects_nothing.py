"""Monitors that are proven to select nothing."""

import pytest

from tests.repositories import deployment, findings, manifests, service

RULE = "monitor-selects-nothing"
WHO = "of ServiceMonitor `web` matches"
CHART = """\
    apiVersion: helm.toolkit.fluxcd.io/v2
    kind: HelmRelease
    metadata: {name: web}
    spec: {chart: {spec: {chart: web}}}
    """


def monitor(
    selector: str = "matchLabels: {app: web}", more: str = "", kind: str = "ServiceMonitor", spec: str = ""
) -> str:
    """A monitor whose selector stands in line 6."""
    group = "operator.victoriametrics.com/v1beta1" if kind.startswith("VM") else "monitoring.coreos.com/v1"
    return (
        f"apiVersion: {group}\n"
        f"kind: {kind}\n"
        f"metadata: {{name: web{more}}}\n"
        "spec:\n"
        "  selector:\n"
        f"    {{{selector}}}\n"
        f"  {spec or 'endpoints: []'}\n"
    )


def labelled(labels: str, more: str = "", **settings: str) -> str:
    """A Service with labels of its own."""
    return service(more=f", labels: {{{labels}}}{more}", **settings)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"m.yaml": monitor("matchLabels: {app: webapi}"), "s.yaml": labelled("app: web-api")},
            f"m.yaml:6 selector `app=webapi` {WHO} no Service; Service `web` has `app: web-api`",
            id="near value",
        ),
        pytest.param(
            {
                "m.yaml": monitor("matchExpressions: [{key: App, operator: In, values: [web]}]"),
                "s.yaml": labelled("app: web"),
            },
            f"m.yaml:6 selector `App=web` {WHO} no Service; Service `web` has `app: web`",
            id="near key of an expression",
        ),
        pytest.param(
            {"m/m.yaml": monitor(), "s/s.yaml": manifests(service(), deployment())},
            f"m/m.yaml:6 selector `app=web` {WHO} no Service; "
            "these are labels of the pods of Service `web`, not its own",
            id="labels of pods",
        ),
        pytest.param(
            {"m.yaml": monitor(kind="VMServiceScrape"), "s.yaml": manifests(service(), deployment())},
            "m.yaml:6 selector `app=web` of VMServiceScrape `web` matches no Service; "
            "these are labels of the pods of Service `web`, not its own",
            id="of VictoriaMetrics",
        ),
        pytest.param(
            {
                "m.yaml": monitor(more=", namespace: monitoring"),
                "s.yaml": labelled("app: web", ", namespace: shop"),
            },
            f"m.yaml:6 selector `app=web` {WHO} nothing in the namespaces it looks into; Service `web` is in `shop`",
            id="own namespace by default",
        ),
        pytest.param(
            {
                "m.yaml": monitor(spec="namespaceSelector: {matchNames: [shops]}"),
                "s.yaml": labelled("app: web", ", namespace: shop"),
            },
            f"m.yaml:6 selector `app=web` {WHO} nothing in the namespaces it looks into; Service `web` is in `shop`",
            id="another namespace than the named one",
        ),
        pytest.param(
            {
                "m.yaml": monitor("matchLabels: {app: webapi}", kind="PodMonitor"),
                "d.yaml": deployment(labels="app: web-api"),
            },
            "m.yaml:6 selector `app=webapi` of PodMonitor `web` matches no pod template; "
            "Deployment `web` has `app: web-api`",
            id="PodMonitor",
        ),
    ],
)
def test_reported(files: dict[str, str], expected: str) -> None:
    assert findings(RULE, files) == [expected]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"m.yaml": monitor(), "s.yaml": labelled("app: web")}, id="matched"),
        pytest.param({"m.yaml": monitor()}, id="nothing to compare with"),
        pytest.param(
            {"m.yaml": monitor("matchLabels: {}"), "s.yaml": service()}, id="empty selector, which selects all"
        ),
        pytest.param({"m.yaml": monitor("matchLabels: {app: ${APP}}"), "s.yaml": service()}, id="placeholder"),
        pytest.param(
            {
                "m.yaml": monitor(
                    "matchExpressions: [{key: app, operator: Exists}, {key: tier, operator: NotIn, values: [db]}]"
                ),
                "s.yaml": labelled("app: web"),
            },
            id="matchExpressions, NotIn with an absent key",
        ),
        pytest.param(
            {
                "m.yaml": monitor(spec="namespaceSelector: {any: true}", more=", namespace: a"),
                "s.yaml": labelled("app: web", ", namespace: b"),
            },
            id="any namespace",
        ),
        pytest.param(
            {
                "m.yaml": monitor(spec="namespaceSelector: {matchNames: [b]}", more=", namespace: a"),
                "s.yaml": labelled("app: web", ", namespace: b"),
            },
            id="named namespace",
        ),
        pytest.param(
            {
                "m.yaml": monitor("matchLabels: {component: apiserver}", more=", namespace: a"),
                "s.yaml": labelled("app: web"),
            },
            id="Service of the control plane",
        ),
        pytest.param(
            {"m.yaml": monitor(), "s.yaml": service()}, id="Service in front of pods that a chart brought by hand"
        ),
        pytest.param(
            {"m.yaml": monitor(), "s.yaml": manifests(service(), deployment()), "r.yaml": CHART},
            id="a chart may bring the Service",
        ),
        pytest.param(
            {
                "m.yaml": monitor(),
                "s.yaml": manifests(service(), deployment()),
                "kustomization.yaml": "resources: [m.yaml, s.yaml]\ncommonLabels: {app: web}\n",
            },
            id="labels of a kustomization",
        ),
        pytest.param(
            {
                "m.yaml": monitor("matchLabels: {app: webapi}"),
                "s.yaml": labelled("app: web-api").replace("spec:", "spec: ["),
            },
            id="Service that cannot be read",
        ),
        pytest.param({"m.yaml": monitor(kind="PodMonitor"), "d.yaml": deployment()}, id="PodMonitor that matches"),
        pytest.param(
            {
                "m.yaml": monitor("matchLabels: {strimzi.io/kind: Kafka}", kind="PodMonitor"),
                "d.yaml": deployment(labels="strimzi.io/kind: KafkaA"),
            },
            id="pods of an operator",
        ),
        pytest.param({"m.yaml": monitor(kind="Probe"), "s.yaml": service()}, id="another kind"),
        pytest.param({"a/b/m.yaml": monitor(), "c/d/s.yaml": manifests(service())}, id="unrelated folders"),
    ],
)
def test_silent(files: dict[str, str]) -> None:
    assert findings(RULE, files) == []
