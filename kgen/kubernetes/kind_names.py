"""How people write kinds on a command line: `deploy`, `deployments`, `Deployment`."""

# kubectl api-resources, the kinds that run or reach pods.
_SHORT_NAMES = {
    "cj": "cronjob",
    "deploy": "deployment",
    "ds": "daemonset",
    "ing": "ingress",
    "po": "pod",
    "rc": "replicationcontroller",
    "rs": "replicaset",
    "sts": "statefulset",
    "svc": "service",
}


def names_kind(word: str, kind: str) -> bool:
    """Whether `word` means `kind`: the kind itself, its plural or kubectl's short name, in any case."""
    singular = kind.lower()
    plural = f"{singular}es" if singular.endswith("s") else f"{singular}s"
    return _SHORT_NAMES.get(word.lower(), word.lower()) in (singular, plural)
