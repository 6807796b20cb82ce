"""A StatefulSet names a Service that does not govern its pods.

## Why
The pods of a StatefulSet get stable DNS names, `db-0.db.NAMESPACE.svc`, below the Service that `serviceName` names. If
there is no such Service, or if it selects other pods, these names do not resolve, and members of a cluster do not find
each other; nothing refuses the manifest. Charts and operators bring Services of their own, so a name that is missing
proves little: this rule reports it when another Service selects the pods, when a name just misses, or when the Service
is in another namespace.

## Bad
```yaml
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db  # error: statefulset-service-missing
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.4
---
apiVersion: v1
kind: Service
metadata:
  name: db-headless
spec:
  clusterIP: None
  selector:
    app: db
  ports:
    - port: 5432
```

## Good
```yaml
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  serviceName: db-headless
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.4
---
apiVersion: v1
kind: Service
metadata:
  name: db-headless
spec:
  clusterIP: None
  selector:
    app: db
  ports:
    - port: 5432
```

## How to fix
Add a headless Service (`clusterIP: None`) of that name which selects the pods, or name the one there is. `serviceName`
cannot be changed in place: delete the StatefulSet with `--cascade=orphan` and create it again. Leave the field out if
nothing needs the names.

## Fix safety
The fix writes the name of a similar Service, or of the only headless one that selects the pods. It is unsafe: the pods
get other DNS names, and a StatefulSet that runs has to be created anew.

## References
- https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
- https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/#StatefulSetSpec
"""

from collections.abc import Iterator

from kgen.kubernetes.service import Service
from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.problem import Label, Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.wiring.governing_evidence import (
    GovernedUnderOtherName,
    NearServiceName,
    SelectsOthers,
    ServiceInOtherNamespace,
)
from kgen.wiring.operation_reference import Governing
from kgen.wiring.outcome import Broken


@rule("statefulset-service-missing", Severity.ERROR, fix=Safety.UNSAFE)
def check(governing: Governing) -> Iterator[Problem]:
    """Report a name that is proven to be none of a Service for these pods."""
    if not isinstance(governing.outcome, Broken):
        return
    match governing.outcome.evidence:
        case GovernedUnderOtherName(services):
            yield _other_name(governing, services)
        case NearServiceName(service):
            fix = _fix(governing, service)
            way_out = f"did you mean `{service.resource.name}`?"
            yield _problem(governing, service, f"names no Service; {service} is near", way_out, fix)
        case ServiceInOtherNamespace(service):
            there = f"is a Service of namespace `{service.resource.namespace}` only"
            yield _problem(governing, service, there, "move one of them: pods get names in their own namespace")
        case SelectsOthers(service, pod):
            others = f"is a Service that selects pods of {pod} and none of its own"
            yield _problem(governing, service, others, f"give {service} the labels of the pods, or name another")


def _other_name(governing: Governing, services: tuple[Service, ...]) -> Problem:
    names = " and ".join(f"`{each.resource.name}`" for each in services[:3])
    verb = "selects" if len(services) == 1 else "select"
    return Problem(
        governing.place,
        f"{governing} names no Service; {names} {verb} its pods",
        related=tuple(Label(each.resource.name_node, f"{each} selects the pods") for each in services),
        help=f"add a headless Service `{governing.name}`, or write the name of one that there is",
        resource=governing.resource,
        label="no Service has this name",
        fix=_fix(governing, services[0]) if len(services) == 1 and services[0].headless_node is not None else None,
    )


def _fix(governing: Governing, service: Service) -> Fix | None:
    name = service.resource.name
    return unsafe(f"write `serviceName: {name}`", replace_value(governing.place, name))


def _problem(governing: Governing, service: Service, what: str, way_out: str, fix: Fix | None = None) -> Problem:
    return Problem(
        governing.place,
        f"{governing} {what}",
        related=(Label(service.resource.name_node, f"{service} is here"),),
        help=way_out,
        resource=governing.resource,
        label="this Service does not govern the pods",
        fix=fix,
    )
