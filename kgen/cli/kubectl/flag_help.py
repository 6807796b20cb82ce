"""What each flag of the commands taken from kubectl means; one table for all of them."""

from __future__ import annotations

from kgen.cli.kubectl.flags import global_flags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.pflag import Flag, FlagSet

# flag -> its value as the page calls it, what it does; in the order of the page
_MEANINGS = {
    "tcp": ("PORT[:TARGETPORT]", "TCP port, comma separated or repeated"),
    "node-port": ("NUMBER", "nodePort, the same for every port"),
    "clusterip": ("IP|None", "fixed cluster IP, or None for a headless Service"),
    "external-name": ("DNSNAME", "the name to answer with (required)"),
    "image": ("IMAGE", "container image (required)"),
    "filename": ("FILE|FOLDER|-", "manifests to read, - for standard input; comma separated or repeated"),
    "recursive": ("", "read folders with all that is in them"),
    "kustomize": ("FOLDER", "refused: build the kustomization first and pipe it to -f -"),
    "port": ("PORT", "port of the container (deployment, run) or of the Service (expose)"),
    "target-port": ("PORT|NAME", "container port to send to (default the port itself)"),
    "protocol": ("PROTOCOL", "TCP, UDP or SCTP (default as the containers declare)"),
    "name": ("NAME", "name of the Service (default that of the exposed resource)"),
    "type": ("TYPE", "ClusterIP, NodePort, LoadBalancer or ExternalName"),
    "cluster-ip": ("IP|None", "fixed cluster IP, or None for a headless Service"),
    "external-ip": ("IP", "an IP address of the nodes to accept traffic on"),
    "load-balancer-ip": ("IP", "address to ask for, with --type=LoadBalancer"),
    "session-affinity": ("None|ClientIP", "whether a client keeps to one pod"),
    "rule": ("HOST/PATH=SERVICE:PORT[,tls[=SECRET]]", "where a host and path lead; a final * makes the path a prefix"),
    "default-backend": ("SERVICE:PORT", "where everything else leads"),
    "class": ("NAME", "the Ingress class"),
    "annotation": ("KEY=VALUE", "annotation, repeated"),
    "annotations": ("KEY=VALUE", "annotation, repeated"),
    "replicas": ("NUMBER", "number of pods (default 1)"),
    "env": ("NAME=VALUE", "environment variable, repeated"),
    "labels": ("KEY=VALUE,...", "labels instead of the default ones"),
    "selector": ("KEY=VALUE,...", "which pods to send to (default those of the exposed resource)"),
    "command": ("", "what follows -- is the command, not its arguments"),
    "expose": ("", "print a Service for the Pod as well; needs --port"),
    "restart": ("POLICY", "Always (default), OnFailure or Never"),
    "image-pull-policy": ("POLICY", "Always, IfNotPresent or Never"),
    "privileged": ("", "run the container privileged"),
    "stdin": ("", "keep standard input open; not with --dry-run unless --attach=false"),
    "tty": ("", "allocate a terminal; needs --stdin"),
    "leave-stdin-open": ("", "keep standard input open after the first client leaves"),
    "overrides": ("JSON", "change the object with this patch before it is printed"),
    "override-type": ("TYPE", "merge (default), strategic or json"),
    "namespace": ("NAMESPACE", "printed only when given"),
    "output": ("FORMAT", "yaml, json, kyaml, name, jsonpath=..., go-template=... (default yaml)"),
    "show-managed-fields": ("", "keep metadata.managedFields"),
    "template": ("TEXT|FILE", "template for -o go-template or jsonpath"),
    "allow-missing-template-keys": ("", "print nothing for what a template does not find (default true)"),
    "dry-run": ("client", "implied; none and server need a cluster and are refused"),
    "save-config": ("", "keep the object in its last-applied annotation (deployment, ingress)"),
    "record": ("", "keep the command line in the change-cause annotation (deprecated)"),
    "kubernetes-version": ("1.N", "whose kubectl to equal (default the newest)"),
    "help": ("", "print this page"),
}
_WITHOUT_EFFECT = (
    "validate", "field-manager", "attach", "rm", "quiet", "pod-running-timeout", "detach-keys", "cascade", "force",
    "grace-period", "timeout", "wait",
)  # fmt: skip
# `run` has them from `delete`, for `--rm`.
_UNUSED_BY_RUN = ("filename", "recursive", "kustomize")


def flag_lines(path: str, flags: FlagSet) -> list[str]:
    """A line for each flag of a command that is worth one, and a paragraph of those that are taken and ignored."""
    from textwrap import wrap  # noqa: PLC0415 # a page for people

    without_effect = _WITHOUT_EFFECT + (_UNUSED_BY_RUN if path == "run" else ())
    ignored = [name for name in without_effect if name in flags.flags]
    described = [flags.flags[name] for name in _MEANINGS if name in flags.flags and name not in ignored]
    left = [f"  {_left(flag)}" for flag in described]
    width = min(max(map(len, left)), 38)
    lines = [_line(text, _MEANINGS[flag.name][1], width) for text, flag in zip(left, described, strict=True)]
    rest = f"Accepted without effect: --{', --'.join(ignored)}, and kubectl's other global flags."
    return [*lines, "", *wrap(rest, 110, break_on_hyphens=False)]


def meaning(name: str) -> str:
    """What a flag does, empty for one without effect."""
    return _MEANINGS[name][1] if name in _MEANINGS else ""


def undescribed(flags: FlagSet) -> list[str]:
    """The command's own flags that the page does not name."""
    known = {*_MEANINGS, *_WITHOUT_EFFECT, *[flag.name for flag in global_flags(flags.minor)]}
    return [name for name in flags.flags if name not in known]


def _left(flag: Flag) -> str:
    shorthand = f"-{flag.shorthand}, " if flag.shorthand else "    "
    value = _MEANINGS[flag.name][0]
    return f"{shorthand}--{flag.name}" + (f"={value}" if value else "")


def _line(left: str, meaning: str, width: int) -> str:
    if len(left) <= width:
        return f"{left:{width}}  {meaning}"
    return f"{left}\n{'':{width}}  {meaning}"
