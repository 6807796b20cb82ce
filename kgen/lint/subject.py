"""What rules subscribe to."""

from kgen.kubernetes.resource import Resource
from kgen.lint.ignore import IdleIgnore
from kgen.syntax.document import Document
from kgen.wiring.missing_file import MissingFile
from kgen.wiring.node_port_request import NodePortRequest
from kgen.wiring.render_failure import RenderFailure
from kgen.wiring.unread import Unread


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
        case RenderFailure():
            return subject.node.source.path
        case Resource() | NodePortRequest():
            return subject.path
        case object(resource=Resource() as resource):
            return resource.path
        case _:
            return type(subject).__name__
