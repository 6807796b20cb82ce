"""Flux Kustomizations (https://fluxcd.io/flux/components/kustomize/api/v1/) as they stand in manifests."""

from __future__ import annotations

from kgen.gitops.fields import field, is_set, items, text
from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgen.kubernetes.resource import Resource
    from kgen.syntax.node import Node

FLUX_GROUP = "kustomize.toolkit.fluxcd.io"
RELEASE_GROUP = "helm.toolkit.fluxcd.io"
_KIND = "Kustomization"


@record
class Reference:
    """An object by kind, namespace and name."""

    kind: str
    namespace: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind} `{self.namespace}/{self.name}`" if self.namespace else f"{self.kind} `{self.name}`"


@record(eq=False)
class FluxKustomization:
    """One that says what to apply: `path` is as written, `spec` the node that all of it stands in."""

    resource: Resource
    spec: Node

    @property
    def namespace(self) -> str:
        """The namespace that the object itself is in, empty for an unknown one."""
        return self.resource.namespace or ""

    @property
    def path(self) -> str:
        """The folder of its source that it applies, empty for the source's root."""
        return text(self.spec, "path")

    @property
    def place(self) -> Node:
        """Where the path is written, or the spec where it is left out."""
        return field(self.spec, "path") or self.spec

    @property
    def source(self) -> Reference:
        """`sourceRef`: the GitRepository, OCIRepository, Bucket or ExternalArtifact that holds the path."""
        named = field(self.spec, "sourceRef")
        return Reference(text(named, "kind"), text(named, "namespace") or self.namespace, text(named, "name"))

    @property
    def remote_cluster(self) -> str:
        """What names the cluster it applies to, empty for the one that it is in (`kubeConfig`)."""
        config = field(self.spec, "kubeConfig")
        return text(config, "secretRef", "name") or text(config, "configMapRef", "name")

    @property
    def substitutes(self) -> Mapping[str, Node]:
        """`postBuild.substitute`: values by the names of variables."""
        found = field(self.spec, "postBuild", "substitute")
        return {} if found is None else found.mapping()

    @property
    def substitutes_from(self) -> list[Reference]:
        """`postBuild.substituteFrom`: the ConfigMaps and Secrets whose keys are variables too; later ones win."""
        named = items(self.spec, "postBuild", "substituteFrom")
        return [Reference(text(each, "kind"), self.namespace, text(each, "name")) for each in named]

    @property
    def components(self) -> list[str]:
        """`components`: paths from the folder that it applies."""
        return [text(each) for each in items(self.spec, "components")]

    @property
    def ignores_missing_components(self) -> bool:
        """`ignoreMissingComponents`."""
        return is_set(self.spec, "ignoreMissingComponents")


def flux_kustomization(resource: Resource) -> FluxKustomization | None:
    """The Flux Kustomization that an object is; None for a patch of one, which names no source."""
    if resource.kind != _KIND or resource.group != FLUX_GROUP or not resource.name:
        return None
    spec = resource.node.get("spec")
    return None if spec is None or field(spec, "sourceRef", "name") is None else FluxKustomization(resource, spec)
