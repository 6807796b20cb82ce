"""What a rule is: one check function, documented by the docstring of its module."""

from __future__ import annotations

import sys

from kgen.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from kgen.config.model import Config
    from kgen.lint.fix.fix import Safety
    from kgen.lint.problem import Problem
    from kgen.lint.severity import Severity

    Subject = TypeVar("Subject")
    Check = Callable[[Subject], Iterator[Problem]] | Callable[[Subject, Config], Iterator[Problem]]


@record
class Rule:
    """A check with all that is known of it.

    `group` is the folder of its module, `subject` the type its check takes, `documentation` the module's
    docstring, which is empty under `python -OO`. One that is not `on_by_default` runs only where it is asked for.
    `fix` is of what kind its fixes are, the less safe where both occur; None where it has none.
    """

    name: str
    group: str
    severity: Severity
    since: str
    subject: type
    check: Callable[[object, Config], Iterator[Problem]]
    documentation: str
    on_by_default: bool = True
    fix: Safety | None = None


def rule(
    name: str, severity: Severity, since: str = "0.1.0", *, on_by_default: bool = True, fix: Safety | None = None
) -> Callable[[Check[Subject]], Rule]:
    """Make a Rule of `check(subject)` or `check(subject, config)`; `subject` is annotated with its type."""

    def make(check: Check[Subject]) -> Rule:
        return Rule(
            name=name,
            group=check.__module__.split(".")[-2],
            severity=severity,
            since=since,
            subject=_subject_type(check),
            check=_taking_config(check),
            documentation=(sys.modules[check.__module__].__doc__ or "").strip(),
            on_by_default=on_by_default,
            fix=fix,
        )

    return make


def _subject_type(check: Callable[..., Iterator[Problem]]) -> type:
    """What the first parameter is annotated with; asking `inspect` would take as long as half of the rules."""
    name, subject = next(iter(check.__annotations__.items()))
    if not isinstance(subject, type):
        raise TypeError(f"{check.__module__}: `{name}` must be annotated with a class, not `{subject}`")
    return subject


def _taking_config(check: Callable[..., Iterator[Problem]]) -> Callable[[object, Config], Iterator[Problem]]:
    """The same check, to be called with subject and configuration whether it wants the latter or not."""
    if check.__code__.co_argcount > 1:
        return check
    return lambda subject, _config: check(subject)
