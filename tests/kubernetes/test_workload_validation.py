"""What the API server would refuse about a Deployment or a Pod."""

import pytest

from kgen.config.yaml_file import read_yaml
from kgen.generate.template import fill
from kgen.kubernetes.workload_validation import validate_workload
from kgen.syntax.source import Source
from kgen.syntax.value import Mapping

DEPLOYMENT = """\
kind: Deployment
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web, tier: front}}
    spec:
      containers:
      - {name: web, image: nginx, ports: [{name: http, containerPort: 80}, {containerPort: 81}]}
"""
POD = "kind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n"


def resource(text: str) -> Mapping:
    return fill(read_yaml(Source("x.yaml", text.encode())), {})


@pytest.mark.parametrize("text", [pytest.param(DEPLOYMENT, id="deployment"), pytest.param(POD, id="pod")])
def test_valid(text: str) -> None:
    assert validate_workload(resource(text)) == []


@pytest.mark.parametrize(
    ("text", "before", "after", "complaint"),
    [
        pytest.param(
            POD, "name: web}\nspec", "labels: {}}\nspec", "metadata.name: Required value: name or", id="no name"
        ),
        pytest.param(POD, "{name: web}", "{name: web_}", 'metadata.name: Invalid value: "web_": ', id="name"),
        pytest.param(DEPLOYMENT, "shop", "a.b", 'metadata.namespace: Invalid value: "a.b": ', id="namespace"),
        pytest.param(
            DEPLOYMENT, "labels: {app: web}}", "labels: {app: -}}", 'metadata.labels: Invalid value: "-": ', id="label"
        ),
        pytest.param(
            DEPLOYMENT,
            "matchLabels: {app: web}",
            "matchLabels: {app: wbe}",
            'spec.template.metadata.labels: Invalid value: "app=web,tier=front": '
            "`selector` does not match template `labels`",
            id="selector",
        ),
        pytest.param(POD, "[{name: web, image: nginx}]", "[]", "spec.containers: Required value", id="no container"),
        pytest.param(POD, ", image: nginx", "", "spec.containers[0].image: Required value", id="no image"),
        pytest.param(
            POD, "[{name: web", "[{name: a.b", 'spec.containers[0].name: Invalid value: "a.b": ', id="container"
        ),
        pytest.param(POD, "[{name: web, ", "[{", "spec.containers[0].name: Required value", id="no container name"),
        pytest.param(
            DEPLOYMENT,
            "{containerPort: 81}",
            "{name: http, containerPort: 81}",
            'spec.template.spec.containers[0].ports[1].name: Duplicate value: "http"',
            id="port name twice",
        ),
        pytest.param(
            DEPLOYMENT,
            "name: http,",
            "name: http-,",
            'spec.template.spec.containers[0].ports[0].name: Invalid value: "http-": must not begin or end',
            id="port name",
        ),
    ],
)
def test_refused(text: str, before: str, after: str, complaint: str) -> None:
    assert before in text
    (found,) = validate_workload(resource(text.replace(before, after)))
    assert found.startswith(complaint)
