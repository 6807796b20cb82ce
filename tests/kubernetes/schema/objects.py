"""Objects that fit, to be spoilt by tests."""

from textwrap import dedent

from kgen.syntax.parse import parse
from kgen.syntax.source import Source
from kgen.syntax.value import Data


def data(text: str) -> Data:
    """The value of one YAML document."""
    (document,) = parse(Source("test.yaml", dedent(text).encode()))
    assert document.root is not None
    return document.root.value


OBJECTS = {
    "Deployment": """\
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, labels: {app: web}, creationTimestamp: null}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          strategy: {rollingUpdate: {maxSurge: 25%, maxUnavailable: 0}}
          template:
            metadata: {labels: {app: web}}
            spec:
              hostNetwork: true
              containers:
                - name: web
                  image: nginx:1.27
                  args: [--level, "3"]
                  env: [{name: LEVEL, value: "3"}, {name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
                  ports: [{name: http, containerPort: 80, protocol: TCP}]
                  resources: {limits: {cpu: 0.5, memory: 1Gi}, requests: {cpu: 100m, memory: 128974848}}
                  readinessProbe: {httpGet: {port: http, httpHeaders: [{name: Host, value: web}]}}
              volumes: [{name: cache, emptyDir: {}}]
        status: {}
    """,
    "Service": """\
        apiVersion: v1
        kind: Service
        metadata: {name: web, annotations: {a: b}}
        spec:
          type: NodePort
          selector: {app: web}
          ports: [{port: 80, targetPort: http, nodePort: 30003}, {name: b, port: 81, targetPort: 8081}]
    """,
    "Ingress": """\
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          rules:
            - host: example.com
              http:
                paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]
    """,
    "HorizontalPodAutoscaler": """\
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          maxReplicas: 3
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]
    """,
    "NetworkPolicy": """\
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web}
        spec:
          podSelector: {matchExpressions: [{key: app, operator: In, values: [web]}]}
          ingress: [{ports: [{port: http}, {port: 80, endPort: 90}], from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]
    """,
    "CustomResourceDefinition": """\
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: crons.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: crons, kind: Cron}
          versions:
            - name: v1
              served: true
              storage: true
              schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, default: {a: [1]}}}}}
    """,
    "ConfigMap": """\
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web, ownerReferences: [{apiVersion: v1, kind: Pod, name: web, uid: u-1}]}
        data: {a: b}
        immutable: true
    """,
}
