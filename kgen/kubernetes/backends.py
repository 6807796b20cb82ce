"""Every Service that an object names."""

from collections.abc import Iterator, Sequence

from kgen.kubernetes.backend import Backend
from kgen.kubernetes.backend_table import tabled_backends
from kgen.kubernetes.ingress import ingress_backends, is_ingress
from kgen.kubernetes.mesh import istio_backends, openshift_backends
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service_urls import url_backends


def backends(resource: Resource, pods: Sequence[PodTemplate]) -> Iterator[Backend]:
    """The backends of an object, in the order of the fields that kgen reads; `pods` are its pod templates."""
    if is_ingress(resource):
        yield from ingress_backends(resource)
        return
    yield from tabled_backends(resource)
    yield from istio_backends(resource)
    yield from openshift_backends(resource)
    yield from url_backends(resource, pods)
