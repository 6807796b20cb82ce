"""PodDisruptionBudgets, and which pods their selectors mean."""

from kgen.kubernetes.resource import Resource
from kgen.kubernetes.selectors import Selector, label_selector
from kgen.record import record

_EMPTY_SELECTS_NONE = "policy/v1beta1"


@record(eq=False)
class DisruptionBudget:
    """A budget; `selector` is None where it has none, and then it protects nothing."""

    resource: Resource
    selector: Selector | None

    @property
    def selects_all(self) -> bool:
        """Whether its selector is `{}`, which is every pod of the namespace in policy/v1 and none in policy/v1beta1."""
        is_empty = self.selector is not None and not self.selector.requirements
        return is_empty and self.resource.api_version != _EMPTY_SELECTS_NONE

    def __str__(self) -> str:
        return str(self.resource)


def disruption_budget(resource: Resource) -> DisruptionBudget | None:
    """The budget that an object is, None for other kinds."""
    if (resource.group, resource.kind) != ("policy", "PodDisruptionBudget"):
        return None
    spec = resource.node.get("spec")
    selector = None if spec is None else spec.get("selector")
    return DisruptionBudget(resource, None if selector is None else label_selector(selector))
