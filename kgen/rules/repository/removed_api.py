"""An object is of an API version that Kubernetes serves no more.

## Why
API versions go away: `extensions/v1beta1` Ingresses in 1.22, `batch/v1beta1` CronJobs in 1.25. A newer API server
answers `no matches for kind` and applies nothing; objects that are in the cluster already live on, so that the manifest
fails at the next change only, or when the cluster is set up anew.

## Bad
```yaml
apiVersion: batch/v1beta1  # error: removed-api
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: example.com/report:1.4
```

## Good
```yaml
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: example.com/report:1.4
```

## How to fix
Write the API version that the message names, and look up what else differs in the deprecation guide. Where a cluster is
older, name its version in `.kgen.yaml`: `kubernetes-version: "1.31"`.

## Fix safety
The fix writes the API version where that takes the object as it is; a workload without a selector gets all labels of
its template, which the older version took by itself. It is unsafe: defaults may differ, and a cluster of an older
version may not have it.

## References
- https://kubernetes.io/docs/reference/using-api/deprecation-guide/
"""

from collections.abc import Iterator

from kgen.config.model import Config
from kgen.gitops.helm.rendition import Rendition
from kgen.kubernetes.pod_template import pod_template
from kgen.kubernetes.removed_apis import RemovedApi, removed_api
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.schema.built_in import built_in_kinds
from kgen.kubernetes.schema.fit import mismatches
from kgen.kubernetes.schema.mismatch import MissingField
from kgen.kubernetes.version import target_version
from kgen.lint.fix.fix import Fix, Safety, unsafe
from kgen.lint.fix.missing_selector import missing_selector
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.syntax.edit.values import replace_value
from kgen.syntax.node import Node
from kgen.wiring.manifest import Manifest

_NO_SELECTOR = MissingField(("spec",), "selector")


@rule("removed-api", Severity.ERROR, fix=Safety.UNSAFE)
def check(manifest: Manifest, config: Config) -> Iterator[Problem]:
    """Report a kind that the chosen version of Kubernetes has no longer in this API version."""
    resource = manifest.resource
    minor = target_version(config.kubernetes_version).minor
    removed = removed_api(resource.api_version, resource.kind, minor)
    if removed is not None and not _may_differ(resource.node["apiVersion"]):
        yield Problem(
            resource.node["apiVersion"],
            f"`{removed.api_version}` has no {removed.kind} since Kubernetes 1.{removed.minor}",
            help=_way_out(removed),
            resource=resource,
            label=f"removed in 1.{removed.minor}",
            fix=_fix(resource, removed, minor),
        )


def _may_differ(version: Node) -> bool:
    """Whether the template of a chart may write another version where it is installed."""
    source = version.source
    return isinstance(source, Rendition) and source.may_depend_on_cluster(version.raw)


def _fix(resource: Resource, removed: RemovedApi, minor: int) -> Fix | None:
    """The other API version, if it takes the object as it is, or with the selector that it requires of workloads."""
    shape = built_in_kinds(minor).shape(removed.instead, removed.kind) if removed.instead else None
    if shape is None:
        return None
    missing, pod = mismatches(resource.node.value, shape), pod_template(resource)
    selector = missing_selector(pod) if pod is not None and missing == [_NO_SELECTOR] else None
    if missing and selector is None:
        return None
    version = replace_value(resource.node["apiVersion"], removed.instead)
    if selector is None:
        return unsafe(f"write `apiVersion: {removed.instead}`", version)
    return unsafe(f"write `apiVersion: {removed.instead}` and select all labels of the template", version, selector)


def _way_out(removed: RemovedApi) -> str:
    instead = f"write `apiVersion: {removed.instead}`" if removed.instead else "nothing has the kind any more"
    return "; ".join(filter(None, (instead, removed.note)))
