"""The Pod that `kubectl run` makes."""

from __future__ import annotations

from kgen.generate.metadata import metadata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.kubernetes.version import KubernetesVersion
    from kgen.syntax.value import Data, Mapping


class Pod:
    """A Pod of one container before it is printed; empty fields are left out, as Go's `omitempty` does."""

    __slots__ = (
        "annotations", "args", "command", "environment", "image", "image_pull_policy", "labels", "name", "namespace",
        "ports", "privileged", "restart_policy", "stdin", "stdin_once", "tty",
    )  # fmt: skip

    def __init__(self, name: str, image: str) -> None:
        self.name = name
        self.image = image
        self.namespace = ""
        self.labels = {"run": name}
        self.annotations: dict[str, str] = {}
        self.command: list[str] = []
        self.args: list[str] = []
        self.ports: list[int] = []
        self.environment: list[tuple[str, str]] = []
        self.image_pull_policy = ""
        self.restart_policy = "Always"
        self.privileged = False
        self.stdin = False
        self.stdin_once = False
        self.tty = False

    def data(self, version: KubernetesVersion) -> Mapping:
        """The object in the order of Go's structs."""
        return {
            "kind": "Pod",
            "apiVersion": "v1",
            "metadata": metadata(version, self.name, self.namespace, self.labels, self.annotations),
            "spec": {
                "containers": [self._container()],
                "restartPolicy": self.restart_policy,
                "dnsPolicy": "ClusterFirst",
            },
            "status": {},
        }

    def _container(self) -> Mapping:
        ports: list[Data] = [{"containerPort": port} for port in self.ports]
        before: Mapping = {
            "image": self.image,
            "command": [*self.command],
            "args": [*self.args],
            "ports": ports,
            "env": [{"name": name, "value": value} if value else {"name": name} for name, value in self.environment],
        }
        after: Mapping = {
            "imagePullPolicy": self.image_pull_policy,
            "securityContext": {"privileged": True} if self.privileged else None,
            "stdin": self.stdin,
            "stdinOnce": self.stdin_once,
            "tty": self.tty,
        }
        name: Mapping = {"name": self.name}
        return name | _present(before) | {"resources": {}} | _present(after)


def _present(fields: Mapping) -> Mapping:
    return {name: value for name, value in fields.items() if value}
