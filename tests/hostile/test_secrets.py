"""The values of Secrets are in nothing that any command prints or writes, however the manifest is made or broken."""

import json
from base64 import b64encode
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgen.cli.outputs import FORMATS
from tests.cli.manifests import DEPLOYMENT, OUT_OF_RANGE
from tests.running import run_kgen

_VALUE = "hunter2-the-password"
_VALUES = (_VALUE, b64encode(_VALUE.encode()).decode(), "424242424242")

_FORMAT_FLAGS = [word for form in FORMATS for word in ("--output-format", f"{form}:{form}.out")]

COMMANDS: dict[str, list[str]] = {
    "lint, in every format": ["lint", "--select", "ALL", *_FORMAT_FLAGS],
    "lint, all told": ["lint", "--select", "ALL", "--show-unverified", "--statistics", "--no-ignores"],
    "fix, shown": ["lint", "--select", "ALL", "--fix", "--unsafe-fixes", "--diff"],
    "render": ["render", "."],
    "render as JSON": ["render", ".", "-o", "json"],
    "render, explained": ["render", ".", "--explain"],
    "ports": ["ports"],
    "get": ["get", "svc", "-A", "-o", "wide"],
    "describe": ["describe", "svc"],
    "trace": ["trace", "30080"],
    "graph": ["graph"],
    "service": ["service", "x", "--for", "deployment/web", "--node-port", "auto"],
    "build": ["build", "-o", "-"],
}
"""What reads a repository and prints; a new command is one line here."""

_SECRET = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\n"
_LIST = "apiVersion: v1\nkind: List\nitems:\n"
_KUSTOMIZATION = "resources: [secret.yaml, service.yaml, deployment.yaml]\n"
_APPLIED = "kubectl.kubernetes.io/last-applied-configuration"

# What is in secret.yaml, `VALUE` a value, where a Secret is right, wrong, or no YAML at all.
_SECRETS = {
    "data": f"{_SECRET}data:\n  password: VALUE\n",
    "text": f"{_SECRET}stringData:\n  password: VALUE\n",
    "text in a block": f"{_SECRET}stringData:\n  password: |\n    VALUE\n",
    "a number": f"{_SECRET}stringData:\n  password: 424242424242\n",
    "a list": f"{_SECRET}data:\n  password: [VALUE]\n",
    "no mapping": f"{_SECRET}data: VALUE\n",
    "an unknown field": f"{_SECRET}date:\n  password: VALUE\n",
    "a field of another kind": f"{_SECRET}spec:\n  password: VALUE\n",
    "what was applied last": f"{_SECRET}  annotations:\n    {_APPLIED}: '{{data: VALUE}}'\ndata: {{a: VALUE}}\n",
    "in a list of objects": f"{_LIST}- {{apiVersion: v1, kind: Secret, data: {{a: [VALUE]}}}}\n",
    "a list of Secrets": f"{_LIST.replace('List', 'SecretList')}- metadata: {{name: web}}\n  data: {{a: [VALUE]}}\n",
    "a key twice": f"{_SECRET}data:\n  password: VALUE\n  password: VALUE\n",
    "a comment that turns off nothing": f"{_SECRET}stringData:\n  password: VALUE  # kgen: ignore[schema] VALUE\n",
    "a comment in a block": f"{_SECRET}stringData:\n  password: |\n    VALUE # kgen: ignore[schema]\n",
    "a bad name": f"{_SECRET.replace('name: web', 'name: WEB_')}stringData:\n  password: VALUE\n",
    "an open quote": f'{_SECRET}stringData:\n  password: "VALUE\n',
    "an alias of nothing": f"{_SECRET}stringData:\n  a: b\n  password: *VALUE\n",
    "a number by its tag": f"{_SECRET}stringData:\n  password: !!int VALUE\n",
    "a key that is no text": f"{_SECRET}stringData:\n  ? [VALUE]\n  : a\n",
    "a template": f"{_SECRET}stringData:\n  password: VALUE{{{{ .Values.more }}\n",
    "the kind last": "apiVersion: v1\nmetadata: {name: web}\nstringData:\n  password: [VALUE]\nkind: Secret\n",
    "the kind quoted": f"{_SECRET.replace('Secret', chr(34) + 'Secret' + chr(34))}data:\n  password: [VALUE]\n",
    "CRLF": f"{_SECRET}data:\n  password: [VALUE]\n".replace("\n", "\r\n"),
}

_GENERATOR = "secretGenerator:\n- name: web\n  "
_PATCH = (
    "patches:\n- patch: |-\n    apiVersion: v1\n    kind: Secret\n    metadata: {name: NAME}\n    data: {a: VALUE}\n"
)

# What is in kustomization.yaml.
_KUSTOMIZATIONS = {
    "a generator": f"{_KUSTOMIZATION}{_GENERATOR}literals: [password=VALUE]\n",
    "a generator before a fault": f"{_GENERATOR}literals: [password=VALUE]\nresources: [secret.yaml, gone.yaml]\n",
    "a generator that is wrong": f"{_KUSTOMIZATION}{_GENERATOR}literals: [VALUE]\n",
    "a generator of one literal": f"{_KUSTOMIZATION}{_GENERATOR}literals: password=VALUE\n",
    "an unknown field": f"{_KUSTOMIZATION}{_GENERATOR}literal: [password=VALUE]\n",
    "a patch": _KUSTOMIZATION + _PATCH.replace("NAME", "web"),
    "a patch of no Secret": _KUSTOMIZATION + _PATCH.replace("NAME", "other"),
    "operations": f"{_KUSTOMIZATION}patches:\n- target: {{kind: Secret}}\n  patch: |-\n"
    "    - {op: add, path: /data/a/b, value: VALUE}\n",
}


@pytest.mark.parametrize("secret", [pytest.param(text, id=name) for name, text in _SECRETS.items()])
def test_of_a_manifest(secret: str) -> None:
    for argv in COMMANDS.values():
        _assert_hidden(argv, secret, _KUSTOMIZATION)


@pytest.mark.parametrize("kustomization", [pytest.param(text, id=name) for name, text in _KUSTOMIZATIONS.items()])
def test_of_a_kustomization(kustomization: str) -> None:
    for argv in COMMANDS.values():
        _assert_hidden(argv, _SECRETS["data"], kustomization)


@settings(max_examples=30)
@given(
    st.sampled_from(list(COMMANDS.values())),
    st.sampled_from(list(_SECRETS.values())),
    st.sampled_from([_KUSTOMIZATION, *_KUSTOMIZATIONS.values()]),
    st.text(st.characters(categories=["Ll", "Nd"]), min_size=12, max_size=40),
)
def test_of_any_value(argv: list[str], secret: str, kustomization: str, value: str) -> None:
    _assert_hidden(argv, secret, kustomization, f"q{value}")


def _assert_hidden(argv: list[str], secret: str, kustomization: str, value: str = _VALUE) -> None:
    """Run a command among these files: neither what it prints nor what it writes holds a value."""
    files = {
        "secret.yaml": secret.replace("VALUE", value),
        "kustomization.yaml": kustomization.replace("VALUE", value),
        "service.yaml": OUT_OF_RANGE,
        "deployment.yaml": DEPLOYMENT,
        "kgen.yaml": "apps: {web: {image: nginx}}\n",
    }
    with TemporaryDirectory() as folder, chdir(folder):
        for name, text in files.items():
            Path(name).write_text(text, encoding="utf-8", newline="")
        result = run_kgen(argv)
        written = [path.read_text(encoding="utf-8") for path in sorted(Path().glob("*")) if path.name not in files]
    for text in (result.out, result.err, *written):
        assert not [each for each in (value, *_VALUES) if each in text], (argv, text)


def test_they_are_shown_on_demand() -> None:
    """The other way round, so that the tests above look for what would be there."""
    with TemporaryDirectory() as folder, chdir(folder):
        Path("secret.yaml").write_text(_SECRETS["data"].replace("VALUE", _VALUE), encoding="utf-8")
        Path("kustomization.yaml").write_text(json.dumps({"resources": ["secret.yaml"]}), encoding="utf-8")
        assert _VALUE in run_kgen(["render", ".", "--show-secrets"]).out
