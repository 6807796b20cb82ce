"""Ledgers of repositories that are made of a few lines."""

from kgen.config.model import Config
from kgen.show.cluster_ports import cluster_ports
from kgen.show.keep_ledger import keep_ledger
from kgen.show.port_ledger import Ledger
from kgen.show.repository_ports import RepositoryPorts, repository_ports
from kgen.syntax.source import Source
from kgen.wiring.wirings import wirings
from tests.repositories import repository

DEFAULT_RANGE = (30000, 32767)


def ledger(files: dict[str, str], cluster: str = "", wanted: int = 0) -> Ledger:
    """The ledger of these texts by path, and of a dump of the cluster if there is one."""
    live = cluster_ports(Source("cluster.yaml", cluster.encode())) if cluster else ()
    return keep_ledger(ports(files), live, DEFAULT_RANGE, wanted)


def ports(files: dict[str, str]) -> RepositoryPorts:
    """What these texts by path ask for."""
    read = repository(files)
    return repository_ports(read, wirings(read, Config()), str)


def conflicts(found: Ledger) -> list[str]:
    """Every row that has conflicts, as `number name < name, ...`."""
    return [
        f"{row.use.number} {row.use.owner.name} < {', '.join(other.owner.name for other in row.conflicts)}"
        for row in found.conflicting
    ]


def node_port_service(name: str, node_port: int, namespace: str = "shop") -> str:
    """A Service of type NodePort; an empty namespace is left out."""
    where = f", namespace: {namespace}" if namespace else ""
    return (
        "apiVersion: v1\n"
        "kind: Service\n"
        f"metadata: {{name: {name}{where}}}\n"
        "spec:\n"
        "  type: NodePort\n"
        f"  selector: {{app: {name}}}\n"
        f"  ports: [{{port: 80, nodePort: {node_port}}}]\n"
    )
