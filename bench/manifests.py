"""The texts that generate.py fills in, and the faults it puts into them."""

BASE = """\
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
  - service.yaml
  - ingress.yaml
  - configmap.yaml
"""

OVERLAY = """\
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: {namespace}-{overlay}
# {note}
resources:
  - ../../base
patches:
  - path: replicas.yaml
images:
  - name: registry.example.com/{name}
    newTag: 1.{number}.{replicas}
"""

PATCH = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {name}
spec:
  replicas: {replicas}  # {note}
  template:
    spec:
      containers:
        - name: {name}
          env:
            - name: ENVIRONMENT
              value: {overlay}
"""

DEPLOYMENT = """\
# {note}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {name}
{placed}  labels:
    app.kubernetes.io/name: {name}
    app.kubernetes.io/part-of: {namespace}
spec:
  replicas: 2
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      app.kubernetes.io/name: {name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: {name}
        app.kubernetes.io/part-of: {namespace}
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "9090"
    spec:
      serviceAccountName: default
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
        # {note}
        - name: {name}
          image: registry.example.com/{name}:1.0.{number}
          imagePullPolicy: IfNotPresent
          args: [--listen=:{port}, --log-level=info]
          ports:
            - name: http
              containerPort: {port}
              protocol: TCP
            - name: metrics
              containerPort: 9090
          envFrom:
            - configMapRef:
                name: {name}
          env:
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
            - name: UPSTREAM
              value: http://{name}.{namespace}.svc.cluster.local:80
            - name: LOG_FORMAT
              value: json
          resources:
            requests:
              cpu: 50m
              memory: 64Mi
            limits:
              memory: 128Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: http
            periodSeconds: 5
          livenessProbe:
            httpGet:
              path: /live
              port: http
            initialDelaySeconds: 10
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: settings
              mountPath: /etc/settings
              readOnly: true
      volumes:
        - name: settings
          configMap:
            name: {name}
"""

SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: {name}
{placed}  labels:
    app.kubernetes.io/name: {name}
spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: {name}
  ports:
    # {note}
    - name: http
      port: 80
      targetPort: http
    - name: metrics
      port: 9090
      targetPort: metrics
"""

INGRESS = """\
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {name}
{placed}  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: 8m  # {note}
spec:
  ingressClassName: nginx
  tls:
    - hosts: [{name}.example.com]
      secretName: {name}-tls
  rules:
    - host: {name}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: {name}
                port:
                  name: http
"""

CONFIG_MAP = """\
apiVersion: v1
kind: ConfigMap
metadata:
  name: {name}
{placed}data:
{settings}  settings.ini: |
    # {note}
{lines}"""

DEFINITION_HEAD = """\
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: {name}s.bench.example.com
spec:
  group: bench.example.com
  names:
    kind: {kind}
    listKind: {kind}List
    plural: {name}s
    singular: {name}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          description: {note}
          type: object
          properties:
            apiVersion:
              type: string
            kind:
              type: string
            metadata:
              type: object
            spec:
              type: object
              properties:
"""

DEFINITION_FIELD = """\
                field{index}:
                  description: |-
                    {note}
                  type: object
                  properties:
                    enabled:
                      type: boolean
                    replicas:
                      type: integer
                      format: int32
                      minimum: 0
"""

CUSTOM_RESOURCE = """\
apiVersion: bench.example.com/v1
kind: {kind}
metadata:
  name: {name}
  namespace: widgets
spec:
  field0:
    enabled: true
    replicas: 3
"""

FAULTS = (
    ("targetPort: http\n", "targetPort: htpt\n"),
    ("  selector:\n    app.kubernetes.io/name: ", "  selector:\n    app.kubernetes.io/name: x"),
    ("                  name: http\n", "                  name: web\n"),
    ("revisionHistoryLimit", "revisionHistoryLimits"),
    ("              port: http\n", "              port: https\n"),
    ("  ports:\n    #", "  ports:\n    - name: http\n      port: 81\n    #"),
    ("  SETTING_0: ", "  SETTING_0: 1 # "),
    ("  replicas: ", "  replica: "),
    ("type: ClusterIP", "type: NodePort\n  externalName: x"),
    ("  - service.yaml\n", "  - services.yaml\n"),
    ("path: replicas.yaml", "path: replica.yaml"),
)
"""What is written and what is put in its place."""
