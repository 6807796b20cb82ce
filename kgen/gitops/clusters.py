"""What clusters are called that nothing gives a name."""

from __future__ import annotations

_FOLDER_OF_CLUSTERS = "clusters"
_OF_FLUX_ITSELF = "flux-system"


def cluster_in(*folders: str) -> str:
    """The name of the cluster that folders are for: `production` of `clusters/production/flux-system`; else empty."""
    for folder in folders:
        tail = f"/{folder}/".partition(f"/{_FOLDER_OF_CLUSTERS}/")[2]
        if tail:
            return tail.partition("/")[0]
    return ""


def cluster_of(*folders: str) -> str:
    """The same; without a name it is called by the first folder: all that is asked for in there is of one cluster."""
    plain = folders[0].removesuffix(_OF_FLUX_ITSELF).rstrip("/")
    return cluster_in(*folders) or plain or "."
