"""The Deployment that `kubectl create deployment` makes."""

from __future__ import annotations

from kgen.generate.metadata import metadata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.value import Data, Mapping

# apimachinery's rand.String leaves out what could spell a word or be misread.
SUFFIX_ALPHABET = "bcdfghjklmnpqrstvwxz2456789"


class Deployment:
    """A Deployment before it is printed; a negative `port` declares none."""

    __slots__ = ("annotations", "command", "images", "labels", "name", "namespace", "port", "replicas")

    def __init__(self, name: str, images: list[str], namespace: str = "") -> None:
        self.name = name
        self.images = images
        self.namespace = namespace
        self.labels = {"app": name}
        self.annotations: dict[str, str] = {}
        self.command: list[str] = []
        self.replicas = 1
        self.port = -1

    def data(self, version: KubernetesVersion, suffix: Callable[[], str]) -> Mapping:
        """The object in the order of Go's structs; `suffix` gives what keeps a rewritten container name apart."""
        labels: Mapping = {**self.labels}
        return {
            "kind": "Deployment",
            "apiVersion": "apps/v1",
            "metadata": metadata(version, self.name, self.namespace, self.labels, self.annotations),
            "spec": {
                "replicas": self.replicas,
                "selector": {"matchLabels": labels},
                "template": {
                    "metadata": metadata(version, labels=self.labels),
                    "spec": {"containers": self._containers(suffix)},
                },
                "strategy": {},
            },
            "status": {},
        }

    def _containers(self, suffix: Callable[[], str]) -> list[Data]:
        containers = [self._container(image, suffix) for image in self.images]
        if self.port >= 0 and containers:
            # Go's Container has its ports between command and resources.
            resources = containers[0].pop("resources")
            containers[0] |= {"ports": [{"containerPort": self.port}], "resources": resources}
        return [*containers]

    def _container(self, image: str, suffix: Callable[[], str]) -> Mapping:
        container: Mapping = {"name": container_name(image, suffix)}
        if image:
            container["image"] = image
        if self.command:
            container["command"] = [*self.command]
        return container | {"resources": {}}


def container_name(image: str, suffix: Callable[[], str]) -> str:
    """The last part of the image's path without tag and digest; `.` and `_` become `-`, and then `suffix` follows."""
    name = image.rsplit("/", maxsplit=1)[-1].split(":", maxsplit=1)[0].split("@", maxsplit=1)[0]
    if "_" not in name and "." not in name:
        return name
    return f"{name.replace('_', '-').replace('.', '-')}-{suffix()}"
