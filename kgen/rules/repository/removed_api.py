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

## References
- https://kubernetes.io/docs/reference/using-api/deprecation-guide/
"""

from collections.abc import Iterator

from kgen.config.model import Config
from kgen.kubernetes.removed_apis import RemovedApi, removed_api
from kgen.kubernetes.version import target_version
from kgen.lint.problem import Problem
from kgen.lint.rule import rule
from kgen.lint.severity import Severity
from kgen.wiring.manifest import Manifest


@rule("removed-api", Severity.ERROR)
def check(manifest: Manifest, config: Config) -> Iterator[Problem]:
    """Report a kind that the chosen version of Kubernetes has no longer in this API version."""
    resource = manifest.resource
    minor = target_version(config.kubernetes_version).minor
    removed = removed_api(resource.api_version, resource.kind, minor)
    if removed is not None:
        yield Problem(
            resource.node["apiVersion"],
            f"`{removed.api_version}` has no {removed.kind} since Kubernetes 1.{removed.minor}",
            help=_way_out(removed),
            resource=resource,
            label=f"removed in 1.{removed.minor}",
        )


def _way_out(removed: RemovedApi) -> str:
    instead = f"write `apiVersion: {removed.instead}`" if removed.instead else "nothing has the kind any more"
    return "; ".join(filter(None, (instead, removed.note)))
