"""`create ingress`."""

from __future__ import annotations

from kgen.cli.kubectl.command import Command, Invocation
from kgen.cli.kubectl.dry_run import check_dry_run, check_validate
from kgen.cli.kubectl.flags import create_flags, validate_flag
from kgen.cli.kubectl.pflag import Flag, FlagSet
from kgen.cli.kubectl.printing import choose_printer
from kgen.cli.stdio import out
from kgen.errors import KubectlError
from kgen.generate.ingress import Ingress, parse_annotation, parse_backend, parse_rule
from kgen.generate.last_applied import with_last_applied


def _flags(_minor: int) -> list[Flag]:
    return [
        *create_flags("kubectl-create"),
        validate_flag(),
        Flag("class", "text", ""),
        Flag("rule", "array", []),
        Flag("default-backend", "text", ""),
        Flag("annotation", "array", []),
    ]


def _run(invocation: Invocation) -> None:
    flags = invocation.flags
    name = invocation.one_name()
    check_dry_run(flags)
    printer = choose_printer(flags)
    check_validate(flags)
    resource = _ingress(name, flags).data(invocation.version)
    if flags.truth("save-config"):
        resource = with_last_applied(resource)
    out(printer.text(resource))


def _ingress(name: str, flags: FlagSet) -> Ingress:
    """The Ingress asked for; its parts are checked in the order kubectl checks them."""
    rules, default_backend = flags.texts("rule"), flags.text("default-backend")
    if not rules and not default_backend:
        raise KubectlError(
            "not enough information provided: every ingress has to either specify a default-backend "
            "(which catches all traffic) or a list of rules (which catch specific paths)"
        )
    ingress = Ingress(name, flags.text("namespace"))
    ingress.class_name = flags.text("class")
    ingress.rules = [parse_rule(rule) for rule in rules]
    ingress.annotations = dict([parse_annotation(text) for text in flags.texts("annotation")])
    if default_backend:
        ingress.default_backend = parse_backend(default_backend)
    return ingress


COMMAND = Command("create ingress", _flags, _run)
