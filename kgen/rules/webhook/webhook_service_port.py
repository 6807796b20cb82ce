"""The API server is told to call a Service on a port that it does not have.

## Why
Admission webhooks, aggregated APIs and conversions of custom resources are called at a port of a Service, 443 unless
`port` says otherwise: the Service's own `port`, not that of the container. Where it is missing every call fails, and
with `failurePolicy: Fail` the objects concerned can no longer be created.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: admission
  namespace: policy
spec:
  selector:
    app: admission
  ports:
    - port: 8443
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: admission
webhooks:
  - name: pods.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig:
      service:
        name: admission  # error: webhook-service-port
        namespace: policy
        path: /validate
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: admission
  namespace: policy
spec:
  selector:
    app: admission
  ports:
    - port: 443
      targetPort: 8443
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: admission
webhooks:
  - name: pods.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig:
      service:
        name: admission
        namespace: policy
        path: /validate
```

## How to fix
Let the Service have port 443, or write its `port` beside its name.

## Fix safety
The fix writes the port of the Service that is meant, or the only one. It is unsafe: the API server starts to call it.

## References
- https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#service-reference
- https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family
from kgen.lint.backend_problem import missing_port, missing_service
from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_reference import BackendReference


@rule("webhook-service-port", Severity.ERROR, fix=Safety.UNSAFE)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report a Service or a port that the API server is told to call and will not find."""
    if reference.backend.family is Family.WEBHOOK:
        yield from missing_service(reference)
        yield from missing_port(reference)
