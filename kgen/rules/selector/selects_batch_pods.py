"""A Service selects the pods of a Job besides those that serve.

## Why
As long as a pod of the Job runs and counts as ready, it gets its share of the connections, and refuses them: a
migration or a nightly CronJob then makes the application fail now and then. Common labels, such as those of a chart,
mostly are the cause.

## Bad
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: shop  # error: selects-batch-pods
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: shop
      tier: web
  template:
    metadata:
      labels:
        app: shop
        tier: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - containerPort: 8080
---
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    metadata:
      labels:
        app: shop
        tier: migration
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: example.com/migrate:1.4
```

## Good
```yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: shop
    tier: web
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: shop
      tier: web
  template:
    metadata:
      labels:
        app: shop
        tier: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4
          ports:
            - containerPort: 8080
---
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    metadata:
      labels:
        app: shop
        tier: migration
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: example.com/migrate:1.4
```

## How to fix
Add a label to the selector that the Job's pods do not have.

## References
- https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
- https://kubernetes.io/docs/concepts/workloads/controllers/job/
"""

from collections.abc import Iterator

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.service import Service
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.outcome import Verified
from kgen.wiring.reference import Selection


@rule("selects-batch-pods", Severity.WARNING)
def check(selection: Selection) -> Iterator[Problem]:
    """Report pods that run to completion beside others, if the Service sends them anything."""
    serving = [pod for pod in selection.pods if not pod.kind.runs_to_completion]
    if not serving or not isinstance(selection.outcome, Verified):
        return
    for pod in selection.pods:
        if pod.kind.runs_to_completion and pod.is_whole and _is_sent_to(pod, selection.service):
            yield Problem(
                selection.selector.requirements[0].node,
                f"selector `{selection.selector}` of {selection.service} matches {pod} besides {serving[0]}",
                related=(Label(pod.labels_node, f"pods of {pod}", on_key=True),),
                help=f"add a label to the selector that the pods of {pod} do not have",
                resource=selection.service.resource,
                label="too broad",
            )


def _is_sent_to(pod: PodTemplate, service: Service) -> bool:
    """Whether connections go to a pod: those to a number go to all, those to a name only where a port has it."""
    return any(
        isinstance(port.target, int) or pod.port_named(str(port.target), port.protocol) is not None
        for port in service.ports
    )
