"""What `--help` prints for the commands taken from kubectl."""

from __future__ import annotations

from kgen.cli.kubectl.flag_help import flag_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kgen.cli.kubectl.pflag import FlagSet

# path -> what the command does, its usage, examples
_PAGES = {
    "create service clusterip": (
        "Print a Service of type ClusterIP.",
        "NAME [--tcp=PORT[:TARGETPORT]]... [--clusterip=IP|None]",
        ("web --tcp=80:8080", "db --clusterip=None"),
    ),
    "create service nodeport": (
        "Print a Service of type NodePort.",
        "NAME --tcp=PORT[:TARGETPORT]... [--node-port=NUMBER]",
        ("web --tcp=80:8080 --node-port=30080",),
    ),
    "create service loadbalancer": (
        "Print a Service of type LoadBalancer.",
        "NAME --tcp=PORT[:TARGETPORT]...",
        ("web --tcp=443:https",),
    ),
    "create service externalname": (
        "Print a Service that stands for a DNS name outside the cluster.",
        "NAME --external-name=DNSNAME [--tcp=PORT[:TARGETPORT]]...",
        ("db --external-name=db.example.com",),
    ),
    "create deployment": (
        "Print a Deployment.",
        "NAME --image=IMAGE... [--port=NUMBER] [--replicas=NUMBER] [-- COMMAND ARGUMENT...]",
        ("web --image=nginx:1.29 --port=80 --replicas=3", "sleeper --image=busybox:1.37 -- sleep 1d"),
    ),
    "create ingress": (
        "Print an Ingress.",
        "NAME --rule=HOST/PATH=SERVICE:PORT[,tls[=SECRET]]... [--default-backend=SERVICE:PORT]",
        (
            'shop --class=nginx --rule="shop.example.com/*=web:http,tls=shop-cert"',
            "catch-all --default-backend=web:80",
        ),
    ),
    "expose": (
        "Print a Service for the workloads, Pods or Services that files hold.",
        "-f FILE|FOLDER|- [--port=PORT] [--target-port=PORT] [--name=NAME] [--type=TYPE]",
        ("-f deployment.yaml --port=80 --target-port=http", "-f apps/ -R --type=NodePort"),
    ),
    "run": (
        "Print a Pod, and with --expose a Service for it.",
        "NAME --image=IMAGE [--port=NUMBER] [--env=NAME=VALUE]... [-- ARGUMENT...]",
        ("web --image=nginx:1.29 --port=80 --expose", "job --image=busybox:1.37 --restart=Never -- date"),
    ),
}

_CREATE = """\
Print a Service, a Deployment or an Ingress as `kubectl create` makes it.

Usage: kgen create KIND NAME [flags]

Kinds:
  service clusterip|externalname|loadbalancer|nodeport   (svc)
  deployment                                             (deploy)
  ingress                                                (ing)

`kgen create KIND --help` tells more of one kind. Nothing is sent anywhere.
"""

# Byte for byte kubectl's own, as `create service` without a type prints it as an error.
_CREATE_SERVICE = """\
Create a service using a specified subcommand.

Aliases:
service, svc

Available Commands:
  clusterip      Create a ClusterIP service
  externalname   Create an ExternalName service
  loadbalancer   Create a LoadBalancer service
  nodeport       Create a NodePort service

Usage:
  kubectl create service [flags] [options]

Use "kubectl create service <command> --help" for more information about a given command.
Use "kubectl options" for a list of global command-line options (applies to all commands).
"""


def group_help(path: str) -> str:
    """The page of `create` (kgen's) or of `create service` (kubectl's bytes)."""
    return _CREATE if path == "create" else _CREATE_SERVICE


def help_text(path: str, flags: FlagSet) -> str:
    """The page of one command: what it does, usage, examples and its flags, which are those of `flags`."""
    purpose, usage, examples = _PAGES[path]
    lines = [
        purpose,
        "",
        f"Usage: kgen {path} {usage} [flags]",
        "",
        "Examples:",
        *[f"  kgen {path} {example}" for example in examples],
        "",
        "Flags:",
        *flag_lines(path, flags),
        "",
        f"Output, messages and exit code are those of `kubectl {path} --dry-run=client -o yaml`.",
        "Nothing is sent anywhere: kgen needs no cluster and no kubeconfig.",
    ]
    return "\n".join(lines) + "\n"
