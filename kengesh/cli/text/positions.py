"""``kengesh text positions``: the tables beside a rolling text, the text as one delegation wants it, the clean text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
import typer

from kengesh.cli.output import fail, heading, line, table
from kengesh.cli.text.compile import compiled
from kengesh.cli.text.endings import PRINTED, VERSION, About, check_work, ending_of, text_bytes
from kengesh.cli.text.filing import declared, read_filings
from kengesh.cli.text.opening import opened_rolling, opened_text
from kengesh.cli.text.options import OF_THE_FILE, Date, Group, Lang, Out, Profile, Title, Work, told
from kengesh.cli.text.whole import check_places, leave
from kengesh.terms.messages import _
from kengesh.texts.choosing import chosen
from kengesh.texts.compiling.compile import ONE_WORD
from kengesh.texts.rolling import RollingText
from kengesh.texts.tables.brackets import brackets_over, open_brackets
from kengesh.texts.tables.by_delegation import by_delegation
from kengesh.texts.tables.by_paragraph import by_paragraph
from kengesh.texts.tables.clean import clean
from kengesh.texts.tables.comparison import comparison
from kengesh.texts.tables.isolated import isolated
from kengesh.texts.tables.table import Table, table_csv, tables_markdown
from kengesh.texts.tables.traceability import traceability
from kengesh.texts.units import Text

TABLES: Mapping[str, Callable[[Sequence[RollingText]], Table]] = {
    "delegation": lambda series: by_delegation(series[-1]),
    "paragraph": lambda series: by_paragraph(series[-1]),
    "traceability": lambda series: traceability(series),
    "isolated": lambda series: isolated(series[-1]),
    "open": lambda series: open_brackets(series[-1]) if len(series) == 1 else brackets_over(series),
    "comparison": lambda series: comparison(series[-1], series[-1].delegations),
}
TABLE_ENDINGS: Mapping[str, Callable[[Table], bytes]] = {
    ".md": lambda found: tables_markdown([found]).encode(),
    ".csv": table_csv,
    ".json": lambda found: msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n",
}


class Asked(NamedTuple):
    """The rolling texts that were named, in the order of the versions, and the files that were read for them."""

    series: tuple[RollingText, ...]
    files: tuple[Path, ...]


@told
def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLLING.json...|BASE CODE=FILE...",
            help=_(
                "A rolling text, or several versions of one in their order; or a base and what delegations filed, as for compile."
            ),
        ),
    ],
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="|".join(TABLES), help=_("Which table. Otherwise by paragraph.")),
    ] = None,
    delegation: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="CODE", help=_("The text as this delegation wants it, instead of a table.")
        ),
    ] = None,
    as_clean: Annotated[
        bool,
        typer.Option(
            "--clean", help=_("The clean text, instead of a table: only where nothing is open any more.")
        ),
    ] = False,
    out: Out = None,
    title: Title = "",
    profile: Profile = None,
    group: Group = None,
    work: Work = "",
    date: Date = "",
    lang: Lang = None,
) -> None:
    """Show who wants what: by delegation, by paragraph, over versions, what is open, what one delegation alone holds.

    With --by open every bracket has its id, which “kengesh text resolve” takes. Of several versions, --by open counts
    the brackets from one to the next, and --by traceability follows the paragraphs. A table is written to .csv, .md or
    .json; a text to every ending of “kengesh text convert”.
    """
    if sum((by is not None, delegation is not None, as_clean)) > 1:
        fail(_("--by, --for and --clean ask for different things; give one of them."))
    if by is not None and by not in TABLES:
        fail(_("--by: {word} is not one of: {words}.").format(word=by, words=", ".join(TABLES)))
    outs, about = out or [PRINTED], About(title, work, date, profile or OF_THE_FILE)
    is_text = delegation is not None or as_clean
    endings = [_ending(one, is_text) for one in outs]
    check_work(endings, about)
    asked = _asked(files, profile, group or (), lang)
    check_places(outs, asked.files)
    if is_text:
        text = clean(asked.series[-1]) if as_clean else _wanted(asked.series[-1], delegation or "")
        made = [text_bytes(text, ending, about) for ending in endings]
    else:
        found = TABLES[by or "paragraph"](asked.series)
        if out is None:
            _show(found)
            return
        made = [TABLE_ENDINGS[ending](found) for ending in endings]
    for one, data in zip(outs, made, strict=True):
        leave(one, data)


def _ending(out: str, is_text: bool) -> str:
    if out == PRINTED:
        return ".txt" if is_text else ".md"
    return ending_of(out, VERSION if is_text else TABLE_ENDINGS)


def _asked(words: Sequence[str], profile: str | None, group: Sequence[str], lang: str | None) -> Asked:
    """Read the rolling texts that are named, or compile one. Raises what reading and compiling do."""
    if len(words) == 1 or all(word.lower().endswith(".json") and "=" not in word for word in words):
        paths = tuple(map(Path, words))
        return Asked(tuple(map(opened_rolling, paths)), paths)
    groups, base = declared(group), Path(words[0])
    found = opened_text(base, lang)
    filings = read_filings(words[1:], found.text, {}, groups, found.rolling)
    chosen_profile = profile or (found.rolling.profile if found.rolling else OF_THE_FILE)
    rolling, _typed = compiled(found.text, filings, chosen_profile, ONE_WORD, found.rolling)
    return Asked((rolling,), (base, *(path for one in filings for path in one.files)))


def _wanted(rolling: RollingText, delegation: str) -> Text:
    if delegation not in rolling.delegations:
        says = _("--for: {delegation} filed nothing here; there are {delegations}.")
        fail(says.format(delegation=delegation, delegations=", ".join(rolling.delegations) or "—"))
    return chosen(rolling, delegation)


def _show(found: Table) -> None:
    heading(found.title)
    table(found.columns, found.rows, _("There is nothing in it."))
    if found.footnotes:
        print()
    for footnote in found.footnotes:
        line(footnote)
