"""Every Service that an object names."""

from collections.abc import Iterator, Sequence
from itertools import chain

from kgen.kubernetes.backend import Backend
from kgen.kubernetes.backend_table import tabled_backends
from kgen.kubernetes.ingress import ingress_backends, is_ingress
from kgen.kubernetes.mesh import ISTIO, OPENSHIFT, istio_backends, openshift_backends
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service_urls import url_backends

_MESHES = {ISTIO: istio_backends, OPENSHIFT: openshift_backends}


def backends(resource: Resource, pods: Sequence[PodTemplate]) -> Iterator[Backend]:
    """The backends of an object, in the order of the fields that kgen reads; `pods` are its pod templates."""
    if is_ingress(resource):
        return ingress_backends(resource)
    of_mesh = _MESHES.get(resource.group)
    routed = () if of_mesh is None else of_mesh(resource)
    return chain(tabled_backends(resource), routed, url_backends(resource, pods))
