"""The settings of a lint run: the configuration file, and what flags put over it."""

from __future__ import annotations

import os

from kgen.cli.helm import with_helm
from kgen.cli.lint_overrides import per_file_ignores, severities
from kgen.config.find import config_file
from kgen.config.model import Config
from kgen.kubernetes.version import parse_version
from kgen.lint.select import check_configured, check_word
from kgen.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgen.cli.lint_arguments import LintArguments
    from kgen.lint.rule import Rule


def configuration(arguments: LintArguments, rules: Sequence[Rule]) -> Config:
    """The settings in force; raise KgenError for a rule that does not exist, with where it is named."""
    config = Config() if arguments.isolated else _from_file(arguments)
    check_configured(rules, config)
    for flag, words in (
        ("--select", arguments.select),
        ("--ignore", arguments.ignore),
        ("--extend-select", arguments.extend_select),
        ("--extend-ignore", arguments.extend_ignore),
    ):
        for word in words:
            check_word(rules, word, flag)
    return with_helm(_overridden(config, arguments, rules), arguments.helm)


def _from_file(arguments: LintArguments) -> Config:
    path = arguments.config or config_file(".", os.environ.get("KGEN_CONFIG"))
    if path is None:
        return Config()
    from kgen.config.load import load  # noqa: PLC0415 # with its schema, for those who have a file

    return load(path)


def _overridden(config: Config, arguments: LintArguments, rules: Sequence[Rule]) -> Config:
    """`--select` replaces both lists of selected rules and `--exclude` its list; the other lists are added to."""
    kept = () if arguments.select else config.extend_select
    version = arguments.kubernetes_version or os.environ.get("KGEN_KUBERNETES_VERSION")
    return replace(
        config,
        select=tuple(arguments.select) or config.select,
        extend_select=(*kept, *arguments.extend_select),
        ignore=(*config.ignore, *arguments.ignore, *arguments.extend_ignore),
        per_file_ignores=per_file_ignores(arguments.per_file_ignores, config, rules),
        severity=severities(arguments.severity, config, rules),
        exclude=(*(arguments.exclude or config.exclude), *arguments.extend_exclude),
        respect_gitignore=config.respect_gitignore and not arguments.no_respect_gitignore,
        fail_on=arguments.fail_on or config.fail_on,
        kubernetes_version=str(parse_version(version)) if version else config.kubernetes_version,
        baseline=None if arguments.no_baseline else arguments.baseline or config.baseline,
    )
