"""Services that select more than what serves their ports."""

import pytest

from tests.repositories import deployment, findings, manifests, service

BROAD = "overbroad-selector"
BATCH = "selects-batch-pods"
RULES = (BROAD, BATCH)
TO_NAME = "[{port: 80, targetPort: http}]"
CACHE = deployment("cache", ports="[{containerPort: 6379}]")
NAMESPACE = ", namespace: shop"
JOB = (
    "apiVersion: batch/v1\nkind: Job\nmetadata: {name: migrate}\n"
    "spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: m, image: m:1}]}}}\n"
)
CRON_JOB = JOB.replace("kind: Job", "kind: CronJob").replace("spec: {template", "spec: {jobTemplate: {spec: {template")
CRON_JOB = CRON_JOB.replace("]}}}\n", "]}}}}}\n")


@pytest.mark.parametrize(
    ("rule", "files", "expected"),
    [
        pytest.param(
            BROAD,
            {"s.yaml": manifests(service(), deployment(), CACHE)},
            "s.yaml:6 selector `app=web` of Service `web` matches Deployment `cache` too, "
            "which does not declare port `80`",
            id="two workloads in a file",
        ),
        pytest.param(
            BROAD,
            {
                "s.yaml": service(more=NAMESPACE),
                "d.yaml": deployment(more=NAMESPACE),
                "e.yaml": deployment("cache", ports="[{containerPort: 6379}]", more=NAMESPACE),
            },
            "s.yaml:6 selector `app=web` of Service `web` matches Deployment `cache` too, "
            "which does not declare port `80`",
            id="two workloads in a known namespace",
        ),
        pytest.param(
            BATCH,
            {"s.yaml": service(), "d.yaml": deployment(), "j.yaml": JOB},
            "s.yaml:6 selector `app=web` of Service `web` matches Job `migrate` besides Deployment `web`",
            id="Job",
        ),
        pytest.param(
            BATCH,
            {"s.yaml": manifests(service(), deployment(), CRON_JOB)},
            "s.yaml:6 selector `app=web` of Service `web` matches CronJob `migrate` besides Deployment `web`",
            id="CronJob",
        ),
    ],
)
def test_reported(rule: str, files: dict[str, str], expected: str) -> None:
    assert findings(rule, files) == [expected]
    assert [each for each in RULES if findings(each, files)] == [rule]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"s.yaml": manifests(service(), deployment())}, id="one workload"),
        pytest.param({"s.yaml": manifests(service(), deployment(), deployment("canary"))}, id="the same port"),
        pytest.param(
            {"s.yaml": manifests(service(), deployment(), deployment("canary", ports="[]"))}, id="no ports declared"
        ),
        pytest.param(
            {"s.yaml": manifests(service(), deployment(), CACHE.replace("ports:", "args: ['-p=80'], ports:"))},
            id="number in an argument",
        ),
        pytest.param({"s.yaml": service(), "d.yaml": deployment(), "e.yaml": CACHE}, id="files that may be variants"),
        pytest.param(
            {"s.yaml": manifests(service(), deployment(), deployment(ports="[{containerPort: 9}]"))},
            id="versions of one workload",
        ),
        pytest.param(
            {"s.yaml": manifests(service(ports=TO_NAME), deployment(), JOB)}, id="Job without a port of the name"
        ),
        pytest.param({"s.yaml": manifests(service(), JOB)}, id="nothing but the Job"),
        pytest.param({"s.yaml": manifests(service(selector="app: wep"), deployment(), JOB)}, id="selector at fault"),
    ],
)
def test_silent(rule: str, files: dict[str, str]) -> None:
    assert findings(rule, files) == []
