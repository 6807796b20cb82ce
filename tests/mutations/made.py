"""Healthy repositories that can have every fault: one file in block style, folders in flow style, overlays."""

from textwrap import dedent

from tests.mutations.healthy import Healthy, healthy
from tests.repositories import repository

_SHOP = """\
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: storefront
      namespace: shop
    spec:
      selector:
        matchLabels:
          app: storefront
      template:
        metadata:
          labels:
            app: storefront
        spec:
          containers:
            - name: storefront
              image: example.com/storefront:1.4
              ports:
                - name: website  # what customers see
                  containerPort: 8080
                  protocol: TCP
    ---
    apiVersion: v1
    kind: Service
    metadata:
      name: storefront
      namespace: shop
    spec:
      type: NodePort
      selector:
        app: storefront
      ports:
        - name: website
          port: 80
          targetPort: "website"
          nodePort: 30010
          protocol: TCP
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata:
      name: inventory
      namespace: shop
    spec:
      serviceName: inventory
      selector:
        matchLabels:
          app.kubernetes.io/name: inventory
      template:
        metadata:
          labels:
            app.kubernetes.io/name: 'inventory'
        spec:
          containers:
            - name: inventory
              image: example.com/inventory:2.0
              ports:
                - containerPort: 5432
                  protocol: TCP
    ---
    apiVersion: v1
    kind: Service
    metadata:
      name: inventory
      namespace: shop
    spec:
      type: NodePort
      selector:
        app.kubernetes.io/name: inventory
      ports:
        - port: 5432
          targetPort: 5432
          nodePort: 30020
          protocol: TCP
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: storefront
      namespace: shop
    spec:
      rules:
        - host: shop.example.com
          http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: storefront
                    port:
                      number: 80
"""

_WORKLOADS = """\
    # Copyright of nobody; umlauts äöü come before everything that is edited.
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: resolver}
    spec:
      selector: {matchLabels: {app: resolver, tier: network}}
      template:
        metadata: {labels: {app: resolver, tier: network}}
        spec:
          containers:
          - name: resolver
            image: example.com/resolver:1
            ports: [{name: queries, containerPort: 53, protocol: UDP}]
    ---
    apiVersion: apps/v1
    kind: DaemonSet
    metadata: {name: collector}
    spec:
      selector: {matchLabels: {app: collector}}
      template:
        metadata: {labels: {app: collector}}
        spec:
          containers:
          - {name: collector, image: "example.com/collector:1", ports: [{containerPort: 4317, protocol: TCP}]}
"""

_SERVICES = """\
    apiVersion: v1
    kind: List
    items:
    - apiVersion: v1
      kind: Service
      metadata: {name: resolver}
      spec:
        type: NodePort
        selector: {app: resolver, tier: network}
        ports: [{port: 53, targetPort: queries, protocol: UDP, nodePort: 30053}]
    - apiVersion: v1
      kind: Service
      metadata: {name: collector-svc}
      spec:
        type: LoadBalancer
        selector: {app: collector}
        ports: [{port: 4317, targetPort: 4317, protocol: TCP, nodePort: 30317}]
    - apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: collector}
      spec:
        defaultBackend: {service: {name: collector-svc, port: {number: 4317}}}
"""

_FILES = {
    "one file": {"shop.yaml": _SHOP},
    "folders": {"deploy/workloads.yaml": _WORKLOADS, "svc/services.yml": dedent(_SERVICES).replace("\n", "\r\n")},
    "overlays": {
        "base/shop.yaml": _SHOP,
        "base/kustomization.yaml": "resources: [shop.yaml]",
        "dev/kustomization.yaml": "namespace: shop-dev\nnamePrefix: dev-\nresources: [../base]",
        "prod/kustomization.yaml": "namespace: shop\nresources: [../base]\nreplicas: [{name: storefront, count: 2}]",
    },
}
NAMES = tuple(_FILES)


def made(name: str) -> tuple[Healthy, ...]:
    """One of these repositories, as it is written and as its units render it."""
    return healthy(name, repository(_FILES[name]))
