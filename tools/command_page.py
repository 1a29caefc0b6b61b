"""The reference page of the commands, made from the functions that are the commands.

A command's arguments and options are the parameters of its function, with what typer was told about each; what is not a
parameter (settings, exit codes, the envelope of an answer) stands here as tables, and tests/cli/test_reference.py compares
them with what the program does.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, get_args

import typer
from typer.models import ArgumentInfo, OptionInfo

from kengesh.cli import ASKING, COMPARING, KEEPING, NEGOTIATING, PLANNING, READER_GONE, READING
from kengesh.cli.asking import COMMON_OPTIONS, DEFAULT_RECORD

MADE = "<!-- Made by tools/make_reference.py from the commands themselves; edit those. -->"
COMMON = tuple(name for name, _annotation, _default in COMMON_OPTIONS)
GROUPS = {
    "Ask the record": ASKING,
    "Compare and check": COMPARING,
    "Read the log": READING,
    "Negotiate a text": NEGOTIATING,
    "Plan a corridor": PLANNING,
    "Keep a record": KEEPING,
}
SETTINGS = {
    "KENGESH_RECORD": f"the record, where `--record` (or `DIR`) does not name one; without either it is `{DEFAULT_RECORD}`",
    "KENGESH_CONFIG": "the folder of the user's configuration, where [the keys of known logs](record.md#the-file-of-known-logs) "
    "are remembered; otherwise `$XDG_CONFIG_HOME/kengesh` or `~/.config/kengesh`, on macOS "
    "`~/Library/Application Support/kengesh`, on Windows `%APPDATA%\\kengesh`. In its folder `search` lie the search indexes of "
    "records beside which nothing can be written",
    "KENGESH_SITE": "for `serve`: a folder for what is not the record, such as the secret that the site signs with; otherwise "
    "`DIR.site` beside the record",
    "KENGESH_HOSTS": "for `serve`: the names under which the site is reached, with commas; otherwise those of this machine alone",
    "KENGESH_ORIGIN": "for `serve`: how the site is reached from outside, such as `https://record.example.org`, for addresses that "
    "are cited; otherwise the one that the reader came by",
    "KENGESH_TEXTS": "for `serve`: `on` where [texts are compiled in the browser](../howto/compile-in-the-browser.md); otherwise "
    "they are where neither `--bind` nor the two settings above name another machine than this one",
}
EXIT_CODES = {
    0: "yes; or a table, even an empty one; or done",
    1: "no; or a check that failed: a record that is not as signed, a fork, a copy that is refused; texts that differ, versions "
    "that diverge, words that no decision explains; no route",
    2: "wrong use: a word, a day, a key or a file that cannot be used so; or the disk refused. The message says which",
    3: "not known",
    READER_GONE: "whoever read the output went away before its end, as in `kengesh timeline | head`",
}
ENVELOPE = {
    "question": "what was asked: the name of the command",
    "arguments": "its arguments, by name",
    "on": "the day that the answer is of",
    "known_at": "the number of entries of the record that the answer rests on",
    "reported_by": "the last day of the sources that count; null where all do",
    "truth": "`yes`, `no` or `not-known`; null for a question that a table answers",
    "answer": "the rows, see below",
    "record": "which record answered: `origin`, `size`, `root` at `known_at`, and `reaches`, the last day of its sources",
    "notes": "sentences that qualify the answer: how many acts were left out, and why",
}
ROW = {
    "id": "a stable id: the thing, the act, or the party that the row is about",
    "certainty": "`signed`, `founding` (the record's founding source), `several`, `one`, `unverified` (weak sources only); "
    "null where a row rests on no source",
    "basis": "`plain`, `derived` (it follows from other acts) or `weak`: the lowest of its acts",
    "disputed": "true where sources differ",
    "acts": "the ids of the acts that say so, for `kengesh act`",
    "sources": "the ids of the sources, for `kengesh source`",
}
MEMBERSHIP = {
    "party": "the party",
    "body": "the body",
    "status": "the id of the status",
    "since": "the day of its beginning; null where it is not known",
    "until": "the first day on which it no longer held; null while nothing ends it",
    "since_certainty": "how sure its beginning is by itself; later sources that show the status do not make it surer",
    "since_basis": "how the beginning rests on its sources: `plain`, `derived` or `weak`",
    "last_attested": "the last day, up to `on`, on which a source saw it",
    "truth": "whether it holds on the day",
}


HEAD = """\
`kengesh COMMAND [OPTIONS] ...`. `kengesh --help` lists the commands, `kengesh COMMAND --help` (or `-h`) shows one. The options
of every question may also stand before the command: `kengesh --lang tr show`. `kengesh --install-completion` lets the shell
complete the names of commands and options; `--show-completion` prints what it would install. `kengesh --version` prints the
version of the program.

Answers go to standard output, what goes wrong to standard error. Text is as wide as the terminal (or as `COLUMNS` says), 80
columns where there is none. Headings stand out on a terminal only, and not where `NO_COLOR` is set to anything.

The first `kengesh search` makes an index of the record beside it, `DIR.search.sqlite`, and a later one makes it anew where the
record has grown. It holds nothing of its own and may be removed. Where nothing can be written beside the record, it lies in
the user's configuration, see below.
"""
QUESTIONS = """\
The questions are the commands under *Ask the record* and *Read the log*, and `export`, which has the sources of every act
anyhow and refuses `--notes`.
"""
CLOCKS = """\
Left out, `--on` is the last day that the record's sources reach, or today where that is earlier. `--known-at` takes a number
of entries, or a day or a moment (`2026-06-04T09:30:00Z`): the entries signed by then. With `--reported-by`, sources that do
not show their day are left out, and the answer says how many acts that leaves out. What the three are for:
[Three clocks and the truth](../explanation/three-clocks-and-truth.md).
"""
JSON = """\
With `--json` every question prints one object with these keys. A question may add keys of its own beside `answer`, with
further rows: `others`, `history`, `attendance` and the like.
"""
JSON_DATES = """\
A day is written `2025-11-16`; what is known less exactly `2025-11`, `2025`, `2025~` (about), `2025-11-16/2025-11-17` (from the
one to the other), `[2025-10..2025-11]` (one day between them). States are ISO 3166 alpha-3 codes, all else ids of the record.
"""


def command_page() -> str:
    """Return the page: how commands are called, what they leave behind, and each of them."""
    lines = [MADE, "# The commands", "", HEAD]
    lines += ["## Settings", "", *_table(("variable", "what it names"), SETTINGS)]
    lines += ["## Exit codes", "", *_table(("code", "meaning"), EXIT_CODES)]
    lines += ["## Options of every question", "", QUESTIONS, *_parameters(_common()), "", CLOCKS]
    lines += ["## The JSON of an answer", "", JSON, *_table(("key", "value"), ENVELOPE), JSON_DATES]
    lines += [
        "Each row of `answer` has the fields of its subject, and these:",
        "",
        *_table(("key", "value"), ROW),
    ]
    lines += [
        "A row about a party in a body (`members`, `status`) has:",
        "",
        *_table(("key", "value"), MEMBERSHIP),
    ]
    for heading, names in GROUPS.items():
        lines += [f"## {heading}", ""]
        for name in names:
            lines += _command(name)
    return "\n".join(lines).rstrip() + "\n"


def _common() -> list[inspect.Parameter]:
    """Return the options that every question has, as parameters."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    return [
        inspect.Parameter(name, keyword, default=default, annotation=says)
        for name, says, default in COMMON_OPTIONS
    ]


def _command(name: str) -> Iterator[str]:
    command = import_module(f"kengesh.cli.{name.replace('-', '_')}").command
    if isinstance(command, typer.Typer):
        for one in command.registered_commands:
            assert one.callback is not None
            yield from _one(f"{name} {one.name}", one.callback)
    else:
        yield from _one(name, command)


def _one(name: str, function: Callable[..., None]) -> Iterator[str]:
    every = list(inspect.signature(function, eval_str=True).parameters.values())
    asks = set(COMMON) <= {one.name for one in every}
    own = [one for one in every if not (asks and one.name in COMMON)]
    own.sort(key=lambda one: isinstance(_info(one), OptionInfo))
    yield from (f"### {name}", "", f"`kengesh {' '.join([name, *map(_in_use, own)])}`", "")
    yield from (" ".join((inspect.getdoc(function) or "").split()), "")
    if own:
        yield from (*_parameters(own), "")
    if asks:
        yield from ("And the [options of every question](#options-of-every-question).", "")


def _in_use(parameter: inspect.Parameter) -> str:
    """Return a parameter as the line of use shows it: arguments by their name, options in brackets unless required."""
    info = _info(parameter)
    word = _word(parameter, info)
    if isinstance(info, ArgumentInfo):
        return word
    shown = f"{_names(parameter, info)[0]} {word}".rstrip()
    return shown if parameter.default is inspect.Parameter.empty else f"[{shown}]"


def _parameters(parameters: list[inspect.Parameter]) -> Iterator[str]:
    yield from ("| argument or option | meaning |", "| --- | --- |")
    for one in parameters:
        info = _info(one)
        word = _word(one, info)
        shown = word if isinstance(info, ArgumentInfo) else f"{', '.join(_names(one, info))} {word}".rstrip()
        yield f"| `{_cell(shown)}` | {_cell(' '.join([*_meaning(one, info)]))} |"


def _meaning(parameter: inspect.Parameter, info: ArgumentInfo | OptionInfo) -> Iterator[str]:
    yield str(info.help or "")
    if isinstance(info, OptionInfo) and parameter.default is inspect.Parameter.empty:
        yield "Required."
    if info.min is not None:
        yield f"{info.min} or more."
    if parameter.default not in (inspect.Parameter.empty, None, False, ""):
        yield f"Default: `{parameter.default}`."


def _info(parameter: inspect.Parameter) -> ArgumentInfo | OptionInfo:
    """Return what typer was told about a parameter."""
    return next(one for one in get_args(parameter.annotation) if isinstance(one, ArgumentInfo | OptionInfo))


def _names(parameter: inspect.Parameter, info: ArgumentInfo | OptionInfo) -> list[str]:
    """Return the names of an option; typer keeps the first of those given as the default."""
    given = [one for one in (info.default, *(info.param_decls or ())) if isinstance(one, str)]
    return given or ["--" + parameter.name.replace("_", "-")]


def _word(parameter: inspect.Parameter, info: ArgumentInfo | OptionInfo) -> str:
    """Return the word for a value: ``DIR``, ``[ID]``, ``WORDS...`` for several; nothing for a switch."""
    kind = str(get_args(parameter.annotation)[0])
    word = info.metavar or ("" if "bool" in kind else parameter.name.upper())
    several = "list" in kind and isinstance(info, ArgumentInfo) and not word.endswith("...")
    return word + "..." if several else word


def _table(heads: tuple[str, str], rows: Mapping[Any, str]) -> Iterator[str]:
    yield from (f"| {heads[0]} | {heads[1]} |", "| --- | --- |")
    yield from (f"| `{name}` | {_cell(says)} |" for name, says in rows.items())
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
