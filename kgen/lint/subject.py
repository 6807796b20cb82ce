"""What rules subscribe to."""

from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.port_entry import PortEntry
from kgen.kubernetes.resource import Resource
from kgen.kubernetes.service import Service
from kgen.lint.ignore import IdleIgnore
from kgen.syntax.document import Document
from kgen.wiring.backend_reference import ServiceReference
from kgen.wiring.collision import Collision
from kgen.wiring.ingress_paths import DuplicatePath
from kgen.wiring.manifest import Manifest
from kgen.wiring.missing_file import MissingFile
from kgen.wiring.node_port_request import NodePortRequest
from kgen.wiring.operation_reference import OperationReference, Overlap, Rivalry
from kgen.wiring.probe_ports import ProbedPort
from kgen.wiring.reference import Selection, TargetPort, WorkloadSelection
from kgen.wiring.selector_fault import SelectorFault
from kgen.wiring.service_manifest import ServiceManifest
from kgen.wiring.unread import Unread

_Part = Service | PodTemplate | Manifest | PortEntry | ProbedPort
_Relation = ServiceReference | OperationReference | Overlap | Rivalry | Collision | SelectorFault


def path_of(subject: object) -> str:
    """The file that a subject is written in; its type's name for one that is not of a single file."""
    match subject:
        case Document():
            return subject.source.path
        case Unread():
            return subject.document.source.path
        case IdleIgnore():
            return subject.spot.source.path
        case MissingFile():
            return subject.kustomization.path
        case Resource() | NodePortRequest():
            return subject.path
        case Selection() | TargetPort() | ServiceManifest():
            return subject.service.resource.path
        case DuplicatePath():
            return subject.path.ingress.path
        case WorkloadSelection():
            return subject.pod.resource.path
        case _ if isinstance(subject, _Part | _Relation):
            return subject.resource.path
        case _:
            return type(subject).__name__
