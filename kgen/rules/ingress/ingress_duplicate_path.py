"""Two Ingress rules lead from the same host and path.

## Why
Of two rules with the same host, path and path type one is never taken, and which one depends on the controller and on
the age of the Ingresses. nginx keeps the oldest and logs the other; nobody looks there.

## Bad
```yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /cart
            pathType: Prefix
            backend:
              service:
                name: cart
                port:
                  number: 80
          - path: /cart  # error: ingress-duplicate-path
            pathType: Prefix
            backend:
              service:
                name: orders
                port:
                  number: 80
```

## Good
```yaml
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /cart
            pathType: Prefix
            backend:
              service:
                name: cart
                port:
                  number: 80
          - path: /orders
            pathType: Prefix
            backend:
              service:
                name: orders
                port:
                  number: 80
```

## How to fix
Give each rule a path of its own, or take one out.

## When to ignore
When the controller splits the traffic between equal paths.

## References
- https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches
- https://kubernetes.github.io/ingress-nginx/how-it-works/#building-the-nginx-model
"""

from collections.abc import Iterator

from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.ingress_paths import DuplicatePath


@rule("ingress-duplicate-path", Severity.WARNING)
def check(duplicate: DuplicatePath) -> Iterator[Problem]:
    """Report a path that an earlier one takes."""
    path, earlier = duplicate.path, duplicate.earlier
    again = "which it did before" if path.ingress is earlier.ingress else f"as does {earlier.ingress}"
    host = f" of host `{path.host}`" if path.host else ""
    yield Problem(
        path.place,
        f"{path.ingress} leads from path `{path.path or '/'}`{host}, {again}",
        related=(Label(earlier.place, "taken here"),),
        help="give each rule a path of its own, or take one out",
        resource=path.ingress,
        label="the same path again",
    )
