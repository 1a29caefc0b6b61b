"""What the commands on texts have in common: their options, and how what cannot be done ends, in a sentence.

A command is a function with the decorator :func:`told`; its option ``lang`` is the language of the interface, and the one
in which files are read that do not say theirs.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Annotated, Any

import typer

from kengesh.cli.output import fail, why
from kengesh.record.errors import RecordError
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _, use_language
from kengesh.texts.compiling.explicit import NoSuchPlace
from kengesh.texts.compiling.submission import FiledTwice, WhoseIsIt
from kengesh.texts.concordance import NotToCompare
from kengesh.texts.decisions import CannotDecide
from kengesh.texts.folder import VersionRefused
from kengesh.texts.folder_description import NotATextFolder
from kengesh.texts.labels import PROFILES
from kengesh.texts.reading.filed import CannotRead
from kengesh.texts.tables.clean import StillOpen
from kengesh.texts.translation import LanguagesPart
from kengesh.texts.units import NotAText
from kengesh.texts.writing.akn_inline import NotInXml
from kengesh.texts.writing.akn_names import NotAName
from kengesh.texts.writing.tree import NotARollingText

REFUSALS = (
    CannotDecide,
    CannotRead,
    FiledTwice,
    LanguagesPart,
    NoSuchPlace,
    NotAName,
    NotARollingText,
    NotAText,
    NotATextFolder,
    NotInXml,
    NotToCompare,
    RecordError,
    StillOpen,
    VersionRefused,
    WhoseIsIt,
    OSError,
)
OF_THE_FILE = "mea"  # the profile where neither the person nor the text says one

Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="LANGUAGE",
        help=_(
            "The language of what is printed, and of files that do not say theirs: {languages}. Otherwise English is printed, "
            "and the language of a file is guessed."
        ).format(languages=" ".join(LANGUAGES)),
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Print the answer as JSON."))]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="|".join(PROFILES),
        help=_(
            "How proposals are numbered: new is 5 bis and an alternative 5 alt 1 (mea), 5 A and 5 bis (un-manual), ADD 5A "
            "and MOD 5 (itu). Otherwise as the text has it, else mea."
        ),
    ),
]
Out = Annotated[
    list[str] | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help=_(
            "Where to write it; the ending says in which format. May be given several times; - prints it."
        ),
    ),
]
Title = Annotated[
    str, typer.Option("--title", metavar="WORDS", help=_("The title of the document, if not the text's own."))
]
Work = Annotated[
    str,
    typer.Option(
        "--work", metavar="NAME", help=_("For .xml: the short name of the text, such as joint-network.")
    ),
]
Date = Annotated[
    str, typer.Option("--date", metavar="DAY", help=_("For .xml: the day of the text (2026-10-05)."))
]
Group = Annotated[
    list[str] | None,
    typer.Option(
        "--group",
        metavar="CODE=STATES",
        help=_("Declare a group that files as one: CA5=KAZ,KGZ,TJK,TKM,UZB. May be given several times."),
    ),
]


def told(function: Callable[..., None]) -> Callable[..., None]:
    """Let a command speak its person's language, and end with a sentence where it cannot do what is asked."""

    @functools.wraps(function)
    def command(*arguments: Any, lang: str | None = None, **named: Any) -> None:
        if lang is not None and lang not in LANGUAGES:
            says = _("{language} is not one of the languages: {languages}.")
            fail(says.format(language=lang, languages=", ".join(LANGUAGES)))
        use_language(lang or "en")
        profile = named.get("profile")
        if profile is not None and profile not in PROFILES:
            says = _("--profile: {word} is not one of: {words}.")
            fail(says.format(word=profile, words=", ".join(PROFILES)))
        try:
            function(*arguments, lang=lang, **named)
        except BrokenPipeError:  # whoever read the output went away, which is no error: main() sees to it
            raise
        except REFUSALS as error:
            fail(why(error))

    return command
