"""What is to be known of a repository whichever of its objects one looks at."""

from __future__ import annotations

from operator import attrgetter

from kgen.gitops.claims import Claims, claims
from kgen.gitops.opaque import NOTHING_FOLLOWED, Followed
from kgen.kubernetes.schema.custom_kinds import CustomKinds
from kgen.record import record
from kgen.wiring.hidden import Hidden, hidden_in
from kgen.wiring.namesakes import Namesakes
from kgen.wiring.neighbourhood import Neighbourhood

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.repository import Repository
    from kgen.syntax.source import Source


@record
class Setting:
    """`unreadable` are the files with a document that cannot be read, templates among them.

    `followed` are the objects that ask for others which are rendered, too. `custom_kinds` are the kinds that the
    repository defines, `namesakes` all of its objects as they are written.
    """

    claims: Claims
    hidden: Hidden
    unreadable: Neighbourhood[Source]
    followed: Followed
    custom_kinds: CustomKinds
    namesakes: Namesakes


def setting_of(repository: Repository, followed: Followed = NOTHING_FOLLOWED) -> Setting:
    """Look over a repository as it is written; `followed` is what rendering its units has shown."""
    broken = {
        document.source.path: document.source for document in repository.documents if document.problem is not None
    }
    return Setting(
        claims=claims([source.path for source in repository.sources], repository.kustomizations, repository.resources),
        hidden=hidden_in(repository, followed),
        unreadable=Neighbourhood(broken.values(), attrgetter("path")),
        followed=followed,
        custom_kinds=CustomKinds(repository.sources),
        namesakes=Namesakes(repository.resources),
    )
