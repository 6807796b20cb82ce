"""A Rollout steers a Service that is not there, and the repository shows which one was meant.

## Why
Argo Rollouts switches the selectors of the Services that a strategy names. It does not create them: with one missing
the Rollout is `InvalidSpec` and deploys nothing.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: shop-active
spec:
  selector:
    app: shop
  ports:
    - port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: shop-preview
spec:
  selector:
    app: shop
  ports:
    - port: 80
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: shop
spec:
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
        - name: shop
          image: example.com/shop:1.4
          ports:
            - containerPort: 80
  strategy:
    blueGreen:
      activeService: shop-active
      previewService: shop-preveiw  # error: rollout-service-missing
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: shop-active
spec:
  selector:
    app: shop
  ports:
    - port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: shop-preview
spec:
  selector:
    app: shop
  ports:
    - port: 80
---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: shop
spec:
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
        - name: shop
          image: example.com/shop:1.4
          ports:
            - containerPort: 80
  strategy:
    blueGreen:
      activeService: shop-active
      previewService: shop-preview
```

## How to fix
Write the name of the Service, or create it; both Services of a strategy select the pods of the Rollout.

## Fix safety
The fix writes the name of the Service. It is unsafe: the Rollout takes over its selector.

## When to ignore
When something that the repository does not show creates a Service of this very name.

## References
- https://argo-rollouts.readthedocs.io/en/stable/features/bluegreen/
- https://argo-rollouts.readthedocs.io/en/stable/features/canary/
"""

from collections.abc import Iterator

from kgen.kubernetes.backend import Family
from kgen.lint.backend_problem import missing_service
from kgen.lint.fix.fix import Safety
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.backend_reference import BackendReference


@rule("rollout-service-missing", Severity.ERROR, fix=Safety.UNSAFE)
def check(reference: BackendReference) -> Iterator[Problem]:
    """Report a Service that a Rollout is proven to name wrongly."""
    if reference.backend.family is Family.ROLLOUT:
        yield from missing_service(reference)
