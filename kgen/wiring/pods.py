"""The pod templates of a repository, found by label, by kind and by place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kgen.kubernetes.added_labels import adds_label, may_add
from kgen.kubernetes.pod_template import PodTemplate
from kgen.kubernetes.selectors import Requirement, Selector
from kgen.record import record
from kgen.wiring.neighbourhood import Neighbourhood, written_path

_ROLES = ("-service", "-svc", "-deployment", "-deploy", "-statefulset", "-sts", "-headless", "-pod", "-rc", "-app")


@record
class Pods:
    """Indexes over `templates`, which stand in the order of files and documents."""

    templates: tuple[PodTemplate, ...]
    by_label: Mapping[tuple[str, str], list[PodTemplate]]
    by_kind: Mapping[tuple[str, str], list[PodTemplate]]
    places: Neighbourhood[PodTemplate]

    def selected_by(self, selector: Selector) -> list[PodTemplate]:
        """The pods that an equality selector matches in whatever namespace, labels that controllers add included."""
        candidates = min((self._that_may_have(each) for each in selector.requirements), key=len, default=[])
        return [pod for pod in candidates if all(meets(pod, each) for each in selector.requirements)]

    def _that_may_have(self, requirement: Requirement) -> list[PodTemplate]:
        labelled = self.by_label.get((requirement.key, requirement.values[0]), [])
        adding = (pods for pods in self.by_kind.values() if may_add(pods[0].kind, requirement.key))
        return [*labelled, *(pod for pods in adding for pod in pods if requirement.key not in pod.labels)]


def index(templates: Iterable[PodTemplate]) -> Pods:
    """Index pod templates."""
    by_label: dict[tuple[str, str], list[PodTemplate]] = defaultdict(list)
    by_kind: dict[tuple[str, str], list[PodTemplate]] = defaultdict(list)
    every = tuple(templates)
    for pod in every:
        by_kind[pod.kind.group, pod.kind.kind].append(pod)
        for label in pod.labels.items():
            by_label[label].append(pod)
    return Pods(every, by_label, by_kind, Neighbourhood(every, written_path))


def meets(pod: PodTemplate, requirement: Requirement) -> bool:
    """Whether pods of a template meet a requirement once their controller has added its labels."""
    if requirement.is_met_by(pod.labels):
        return True
    return any(adds_label(pod, requirement.key, value) for value in requirement.values)


def stem(name: str) -> str:
    """A name without the word that says what kind of object has it: `web` of `web-svc` and `web-deployment`."""
    for role in _ROLES:
        if name.endswith(role) and len(name) > len(role):
            return name.removesuffix(role)
    return name
