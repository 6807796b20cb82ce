"""Compact specs of any content, built."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from kgen.syntax.value import Mapping
from tests.fuzz.mutation import YAML_PIECES, mutated, odd_object
from tests.fuzz.oracle import MANIFEST, run

_SEEDS = [
    b"""\
apps:
  hello-nginx:
    image: nginx
    ports: ["30003:8181:80"]
    env: {LOG: debug}
    args: [--port, "80"]
    labels: {tier: front}
    replicas: 2
  single: {image: busybox, pod: true, ports: {http: 80}}
""",
    b"""\
output: out
namespace: shop
services:
  shop:
    for: deployment/shop
    ports:
      http: 80:http
      https: auto:443:8443
      dns: 53/tcp+udp
      grpc: {publicPort: 30090, servicePort: 9090, podPort: grpc, appProtocol: kubernetes.io/h2c}
  outside: {type: ExternalName, externalName: example.com}
  own: {selector: {app: own}, ports: [8080], type: LoadBalancer}
""",
]
_WORKLOAD = b"""\
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, namespace: shop}
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
      - {name: shop, image: shop, ports: [{name: http, containerPort: 80}, {name: grpc, containerPort: 9}]}
"""
_PIECES = (
    *YAML_PIECES,
    b"auto",
    b"80/udp",
    b"1:2:3:4",
    b"/tcp+udp",
    b"publicPort: 1",
    b"output: ../x\n",
    b"templates: .\n",
)
_VALUES = [root.value for seed in _SEEDS if (root := parse(Source("kgen.yaml", seed))[0].root) is not None]
_MAPPINGS = [value for value in _VALUES if isinstance(value, dict)]
_COMMANDS = (["build", "-o", "-"], ["build", "--diff"], ["build", "--check"], ["build"])


@settings(max_examples=25)
@given(st.sampled_from(_COMMANDS), mutated(_SEEDS, _PIECES))
def test_bytes(argv: list[str], spec: bytes) -> None:
    run(argv, {"kgen.yaml": spec, "shop.yaml": _WORKLOAD}, MANIFEST)


@settings(max_examples=25)
@given(st.sampled_from(_COMMANDS), odd_object(_MAPPINGS))
def test_values(argv: list[str], spec: Mapping) -> None:
    run(argv, {"kgen.yaml": json.dumps(spec).encode(), "shop.yaml": _WORKLOAD}, MANIFEST)


@settings(max_examples=25)
@given(mutated([_WORKLOAD, b"kind: Pod\nspec: $spec\n", b"{{ .Values }}\n"], (*_PIECES, b"$name", b"$$", b"${image}")))
def test_templates(template: bytes) -> None:
    files = {f"templates/{kind}.yaml": template for kind in ("deployment", "pod", "service")}
    run(["build", "-o", "-"], {"kgen.yaml": b"templates: templates\n" + _SEEDS[0], **files}, MANIFEST)
