"""Objects that name Services, of a few lines each."""

from kgen.wiring.backend_reference import BackendReference
from tests.repositories import wiring

_INGRESS = """\
apiVersion: {version}
kind: Ingress
metadata: {{name: web{more}}}
spec:
  rules:
    - http:
        paths:
          - path: /
            pathType: Prefix
            backend: {backend}
"""
_OBJECT = """\
apiVersion: {version}
kind: {kind}
metadata: {{name: web{more}}}
spec: {spec}
"""


def ingress(port: str = "number: 80", name: str = "web", more: str = "") -> str:
    """An Ingress whose backend stands in line 10; `more` goes on in its metadata."""
    backend = f"{{service: {{name: {name}, port: {{{port}}}}}}}"
    return _INGRESS.format(version="networking.k8s.io/v1", backend=backend, more=more)


def beta_ingress(port: str, version: str = "extensions/v1beta1") -> str:
    """One of the versions before, whose backend stands in line 10."""
    return _INGRESS.format(version=version, backend=f"{{serviceName: web, servicePort: {port}}}", more="")


def custom(kind: str, spec: str, more: str = "") -> str:
    """An object whose spec stands in line 4; `kind` is written `group/version/Kind`."""
    version, _, name = kind.rpartition("/")
    return _OBJECT.format(version=version, kind=name, spec=spec, more=more)


def route(backend: str, kind: str = "HTTPRoute", more: str = "", parents: str = "[{name: public}]") -> str:
    """A route of the Gateway API whose only backend stands in line 4."""
    spec = f"{{parentRefs: {parents}, rules: [{{backendRefs: [{backend}]}}]}}"
    return custom(f"gateway.networking.k8s.io/v1/{kind}", spec, more)


def webhook(service: str, kind: str = "ValidatingWebhookConfiguration") -> str:
    """A webhook configuration that calls a Service; its client configuration stands in line 6."""
    return (
        "apiVersion: admissionregistration.k8s.io/v1\n"
        f"kind: {kind}\n"
        "metadata: {name: web}\n"
        "webhooks:\n"
        "  - name: web.example.com\n"
        f"    clientConfig: {{service: {{{service}}}}}\n"
    )


def config_map(text: str, more: str = "") -> str:
    """A ConfigMap with one value, in line 4."""
    return f"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: web{more}}}\ndata: {{URL: {text}}}\n"


def backend_references(files: dict[str, str]) -> list[BackendReference]:
    """Where the backends of some files lead."""
    return [each for each in wiring(files).consumers if isinstance(each, BackendReference)]


def backend_reference(files: dict[str, str]) -> BackendReference:
    """Where the first of them leads."""
    return backend_references(files)[0]
