"""The completion script for fish."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgen.cli.completion_tree import CommandWords, FlagWords

_SCRIPT = """\
# Completion of kgen for fish: save this file as ~/.config/fish/completions/kgen.fish
function __kgen_at
    set -l at ''
    for word in (commandline -opc)[2..-1]
        set -l next (string trim -- "$at $word")
        if contains -- $next {paths}
            set at $next
        end
    end
    test "$at" = "$argv[1]"
end
{lines}
"""


def script(tree: Mapping[str, CommandWords]) -> str:
    """A line for each word and flag, good where a function finds the words of its command before the cursor."""
    return _SCRIPT.format(
        paths=" ".join(_quoted(path) for path in tree if path),
        lines="\n".join(line for path, command in tree.items() for line in _lines(path, command)),
    )


def _lines(path: str, command: CommandWords) -> Iterator[str]:
    start = f"complete -c kgen -n {_quoted(f'__kgen_at {_quoted(path)}')}"
    for word, purpose in (command.words or {}).items():
        yield f"{start} -f -a {word}{_described(purpose)}"
    for flag in command.flags:
        yield f"{start}{_names(flag)}{_value(flag)}{_described(flag.purpose)}"


def _names(flag: FlagWords) -> str:
    return "".join(f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}" for name in flag.names)


def _value(flag: FlagWords) -> str:
    if not flag.takes_value:
        return ""
    return f" -x -a {_quoted(' '.join(flag.values))}" if flag.values else " -r -F"


def _described(purpose: str) -> str:
    return f" -d {_quoted(purpose)}" if purpose else ""


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
