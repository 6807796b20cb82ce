"""The command line of `kgen lint`."""

from __future__ import annotations

from argparse import Namespace

from kgen.cli.arguments import CommandParser, comma_separated
from kgen.cli.cache_flags import add_cache_flags
from kgen.cli.color import CHOICES
from kgen.cli.helm import add_helm_flag
from kgen.lint.severity import Severity


class LintArguments(Namespace):
    """What was given; an empty list, an empty text or None where a flag is missing."""

    paths: list[str]
    select: list[str]
    ignore: list[str]
    extend_select: list[str]
    extend_ignore: list[str]
    per_file_ignores: list[str]
    severity: list[str]
    min_severity: str | None
    fail_on: str | None
    exit_zero: bool
    fix: bool
    unsafe_fixes: bool
    fix_only: bool
    diff: bool
    show_fixes: bool
    exit_non_zero_on_fix: bool
    exclude: list[str]
    extend_exclude: list[str]
    force_exclude: bool
    no_respect_gitignore: bool
    config: str | None
    isolated: bool
    kubernetes_version: str | None
    helm: str | None
    stdin_filename: str | None
    baseline: str | None
    update_baseline: bool
    no_baseline: bool
    no_ignores: bool
    output_format: list[str]
    output_file: str | None
    show_unverified: bool
    show_files: bool
    show_settings: bool
    statistics: bool
    color: str
    no_progress: bool
    quiet: bool

    @property
    def mends(self) -> bool:
        """Whether fixes are to be made, on disk or in a difference."""
        return self.fix or self.fix_only or self.diff

    @property
    def is_stdin(self) -> bool:
        """Whether standard input stands for the file to report on."""
        return "-" in self.paths


def read_arguments(argv: list[str]) -> LintArguments:
    """Read the command line; raise KgenError for what it does not know."""
    return parser().read(argv, LintArguments())


def parser() -> CommandParser:
    """What reads the command line, and knows its flags."""
    made = CommandParser("lint", "Check the wiring of a repository. Paths narrow what is reported, never what is read.")
    made.add_argument("paths", metavar="PATH", nargs="*", help="files or folders to report on, or `-` (default: .)")
    _add_rule_flags(made)
    _add_fix_flags(made)
    _add_input_flags(made)
    _add_suppression_flags(made)
    _add_output_flags(made)
    return made


def _add_rule_flags(made: CommandParser) -> None:
    flags = made.add_argument_group("rules (names, groups or ALL; lists with commas; repeatable)")
    for flag, metavar, purpose in (
        ("--select", "RULES", "run these rules instead of the configured ones"),
        ("--ignore", "RULES", "do not run these rules"),
        ("--extend-select", "RULES", "run these rules too"),
        ("--extend-ignore", "RULES", "do not run these rules either (the same as --ignore)"),
        ("--per-file-ignores", "PATTERN:RULE", "do not run this rule on the files of a .gitignore pattern"),
        ("--severity", "RULE=LEVEL", "how much a rule's findings matter: error, warning or info"),
    ):
        flags.add_argument(flag, metavar=metavar, action="extend", type=comma_separated, default=[], help=purpose)
    flags.add_argument("--min-severity", choices=list(Severity), help="leave out findings that matter less")
    flags.add_argument("--fail-on", choices=list(Severity), help="lowest severity for exit code 1 (default: warning)")
    flags.add_argument("--exit-zero", action="store_true", help="exit 0 also with findings")


def _add_fix_flags(made: CommandParser) -> None:
    flags = made.add_argument_group("fixes")
    for flag, purpose in (
        ("--fix", "mend in place what can be mended without a change of what runs, and report the rest"),
        ("--unsafe-fixes", "mend also what changes what runs"),
        ("--fix-only", "mend and report nothing"),
        ("--diff", "write nothing; print what would change and exit 1 if anything would"),
        ("--show-fixes", "list what was mended"),
        ("--exit-non-zero-on-fix", "exit 1 also where everything was mended"),
    ):
        flags.add_argument(flag, action="store_true", help=purpose)


def _add_input_flags(made: CommandParser) -> None:
    flags = made.add_argument_group("input")
    for flag, purpose in (
        ("--exclude", "do not read these files (.gitignore patterns), instead of the configured ones"),
        ("--extend-exclude", "do not read these files either"),
    ):
        flags.add_argument(flag, metavar="PATTERNS", action="extend", type=comma_separated, default=[], help=purpose)
    flags.add_argument("--force-exclude", action="store_true", help="leave them out also where they are named as PATH")
    flags.add_argument("--no-respect-gitignore", action="store_true", help="read what .gitignore leaves out")
    settings = flags.add_mutually_exclusive_group()
    settings.add_argument("--config", metavar="FILE", help="configuration file (also KGEN_CONFIG)")
    settings.add_argument("--isolated", action="store_true", help="read no configuration file")
    flags.add_argument("--kubernetes-version", metavar="VERSION", help="such as 1.34")
    add_helm_flag(flags)
    flags.add_argument("--stdin-filename", metavar="FILE", help="what file standard input, `-`, stands for")
    add_cache_flags(flags)


def _add_suppression_flags(made: CommandParser) -> None:
    flags = made.add_argument_group("known findings")
    baseline = flags.add_mutually_exclusive_group()
    baseline.add_argument("--baseline", metavar="FILE", help="accept the findings listed in this file")
    baseline.add_argument("--no-baseline", action="store_true", help="accept none, whatever is configured")
    flags.add_argument(
        "--update-baseline",
        action="store_true",
        help="write the baseline where there is none, else take out what was mended",
    )
    flags.add_argument("--no-ignores", action="store_true", help="show what comments and annotations turn off")


def _add_output_flags(made: CommandParser) -> None:
    flags = made.add_argument_group("output")
    flags.add_argument(
        "--output-format",
        metavar="FORMAT[:FILE]",
        action="append",
        default=[],
        help="full (default), concise, json, jsonl, sarif, github, gitlab, junit or checkstyle; repeatable"
        " (also KGEN_OUTPUT_FORMAT)",
    )
    flags.add_argument("-o", "--output-file", metavar="FILE", help="write the findings to a file")
    flags.add_argument("--show-unverified", action="store_true", help="list references that nothing proves")
    flags.add_argument("--statistics", action="store_true", help="count the findings by rule")
    flags.add_argument("--show-files", action="store_true", help="list the files that would be read, and end")
    flags.add_argument("--show-settings", action="store_true", help="print the settings in force, and end")
    flags.add_argument("--color", choices=CHOICES, default="auto", help="default: auto")
    flags.add_argument("--no-progress", action="store_true", help="do not tell on a terminal what takes long")
    flags.add_argument("-q", "--quiet", action="store_true", help="print findings and nothing else")
