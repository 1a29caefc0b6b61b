"""The command line: one module per command, named as the command.

A module's ``command`` is a function whose parameters are the command's arguments and options (or a group of such). The
root imports the module of the command that is called and no other, so that a question is answered in a fraction of a
second; for completion it imports them all, for ``--help`` all but those of :data:`HEAVY`, whose line of help stands here.

Exit codes: 0 yes, or a table, even an empty one; 1 no, or a check that failed; 2 wrong use; 3 not known.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import StringIO, TextIOWrapper
from itertools import pairwise
from typing import Annotated, NoReturn

import typer

from kengesh import __version__
from kengesh.cli.output import WRONG_USE, why
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import N_, SOURCE_LANGUAGE, _, use_language

KEEPING = (
    "new",
    "add",
    "verify",
    "mirror",
    "compare",
    "resume-writer",
    "prove",
    "check-proof",
    "export",
    "reindex",
    "key",
    "serve",
)
READING = ("log", "entry", "act")
ASKING = (
    "show",
    "members",
    "status",
    "changes",
    "chair",
    "meetings",
    "meeting",
    "instruments",
    "instrument",
    "proposals",
    "commitments",
    "subject",
    "rules",
    "disputes",
    "sources",
    "source",
    "name",
    "timeline",
    "search",
)
COMPARING = ("overlap", "what-if", "claim", "claims", "check-draft", "read-facts", "compare-facts")
NEGOTIATING = ("text",)
PLANNING = ("corridor",)
COMMANDS = (*ASKING, *COMPARING, *READING, *NEGOTIATING, *PLANNING, *KEEPING)
GROUPS = (*NEGOTIATING, *PLANNING, "overlap")
"""The commands that have sub-commands with the options of a question."""
EXTRAS = {"scipy": "corridors", "openpyxl": "corridors"}
"""The libraries that some commands need, and the extra of this package that installs each."""
HEAVY = {"corridor": N_("Ask a transport network for routes, capacities and what a scenario would change.")}
"""The groups that take long to import, with what ``--help`` says of them."""
READER_GONE = 128 + 13  # what a shell says of a program that wrote into a closed pipe
# Options that belong to a command but that people also write before it, and whether a value follows.
MOVABLE = {
    "--record": True,
    "--on": True,
    "--known-at": True,
    "--reported-by": True,
    "--lang": True,
    "--json": False,
    "--notes": False,
    "--no-notes": False,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    # What --help shows is translated when the module of a command is imported, which is before its options are read.
    use_language(_language_of(typed))
    words = _command_first(typed)
    app = typer.Typer(
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=_help())(_root)
    completes = "_KENGESH_COMPLETE" in os.environ
    one = words and words[0] in COMMANDS and not completes
    for name in words[:1] if one else COMMANDS:
        try:
            _add(app, name, named_only=not one and not completes)
        except ModuleNotFoundError as error:
            if error.name not in EXTRAS:
                raise
            if one:
                _say_what_to_install(name, error.name)
    _run(app, words)


def _run(app: typer.Typer, words: Sequence[str]) -> None:
    """Run the command, and see to its output: letters that the terminal cannot show become ?, a reader may go away."""
    out = sys.stdout = sys.stdout or StringIO()  # there is none where it was closed by who called us
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        try:
            app(words, prog_name="kengesh")
        finally:
            if sys.stdout is not out:  # typer puts another in its place when the reader has gone
                raise BrokenPipeError
            out.flush()
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        traceback.print_exc()
        says = _(
            "Error: a fault of this program ({name}), not of yours; please report it with what you typed."
        )
        print(says.format(name=type(error).__name__), file=sys.stderr)
        raise SystemExit(WRONG_USE) from None
    except OSError as error:
        sys.stdout = out
        with suppress(OSError):  # what could not be written is dropped, or Python would try again at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if not isinstance(error, BrokenPipeError):
            print(_("Error: {sentence}").format(sentence=why(error)), file=sys.stderr)
        raise SystemExit(READER_GONE if isinstance(error, BrokenPipeError) else WRONG_USE) from None


def _say_what_to_install(command: str, library: str) -> NoReturn:
    says = _(
        'Error: the command “{command}” needs the library {library}. Install it with: pip install "kengesh[{extra}]"'
    )
    print(says.format(command=command, library=library, extra=EXTRAS[library]), file=sys.stderr)
    raise SystemExit(WRONG_USE)


def _version(asked: bool) -> None:
    if asked:
        print(__version__)
        raise typer.Exit


def _add(app: typer.Typer, name: str, named_only: bool) -> None:
    """Add a command; of a heavy group, where only its name is wanted, no more than that and its help."""
    if named_only and name in HEAVY:
        command = typer.Typer(help=_(HEAVY[name]))
    else:
        command = import_module(f"kengesh.cli.{name.replace('-', '_')}").command
    panel = {
        **dict.fromkeys(ASKING, _("Ask the record")),
        **dict.fromkeys(COMPARING, _("Compare and check")),
        **dict.fromkeys(READING, _("Read the log")),
        **dict.fromkeys(NEGOTIATING, _("Negotiate a text")),
        **dict.fromkeys(PLANNING, _("Plan a corridor")),
    }
    heading = panel.get(name, _("Keep a record"))
    if isinstance(command, typer.Typer):
        app.add_typer(command, name=name, rich_help_panel=heading)
    else:
        app.command(name, rich_help_panel=heading)(command)


def _root(
    version: Annotated[
        bool,
        typer.Option("--version", help=_("Show the version and exit."), callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Hold the options of the root."""


def _help() -> str:
    return _(
        "Keep and ask the record of a consultative mechanism between states: who belonged, what was adopted, what was "
        "promised, says who, on any day.\n\nBegin with: kengesh new var/record --pack central_asia, then kengesh show."
    )


def _command_first(words: list[str]) -> list[str]:
    """Move the options that stand before the command behind it: ``--lang tr show`` is ``show --lang tr``.

    Where a command has sub-commands with such options, they go behind the sub-command: ``text show --lang tr``.
    Where no command follows, as in ``--lang tr --help``, they are dropped: the root has no use for them.
    """
    at = 0
    while at < len(words) and words[at].partition("=")[0] in MOVABLE:
        takes_value = MOVABLE[words[at].partition("=")[0]] and "=" not in words[at]
        at += 2 if takes_value else 1
    if words[at : at + 1] == [] or words[at].startswith("-"):
        return words[at:]
    behind = at + (2 if words[at] in GROUPS else 1)
    return words[at:behind] + words[:at] + words[behind:]


def _language_of(words: Sequence[str]) -> str:
    """Return the language that --lang asks for, by the last one given; one that is none is refused by the command."""
    asked = [
        after if word == "--lang" else word.removeprefix("--lang=")
        for word, after in pairwise([*words, ""])
        if word == "--lang" or word.startswith("--lang=")
    ]
    return asked[-1] if asked and asked[-1] in LANGUAGES else SOURCE_LANGUAGE
