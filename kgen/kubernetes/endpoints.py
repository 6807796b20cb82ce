"""Endpoints that somebody wrote down, for a Service without a selector."""

from kgen.kubernetes.resource import Resource

_OWNER = "kubernetes.io/service-name"


def serves_as_endpoints_of(resource: Resource) -> str | None:
    """The name of the Service whose endpoints an object holds, None for any other object.

    Endpoints have the Service's own name, an EndpointSlice names it in a label.
    https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
    """
    if (resource.api_version, resource.kind) == ("v1", "Endpoints"):
        return resource.name
    if (resource.group, resource.kind) == ("discovery.k8s.io", "EndpointSlice"):
        return resource.labels.get(_OWNER)
    return None
