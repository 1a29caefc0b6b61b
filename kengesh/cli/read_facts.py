"""``kengesh read-facts cow|factbook|popolo|wikidata FILE... --into DIR``: an observed log of its own from another record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kengesh.cli.asking import check_day, check_one_of
from kengesh.cli.output import counting, fail, fields, line, paragraph, why
from kengesh.desk.enter import check_place
from kengesh.desk.outside import READERS, Observed, UnfitFact, observe
from kengesh.formats.outside.acts import clean
from kengesh.formats.outside.values import BadFile, Left, Outside, Told
from kengesh.record.errors import RecordError
from kengesh.record.keyfile import key_path, load_key, make_log_key
from kengesh.record.note import Signer
from kengesh.terms.messages import _, ngettext


def command(
    reader: Annotated[
        str,
        typer.Argument(metavar="READER", help=_("What the files are: cow, factbook, popolo or wikidata.")),
    ],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help=_("The files, read where they lie."))
    ],
    into: Annotated[
        Path,
        typer.Option("--into", metavar="DIR", help=_("Where the new log is to be; it must not exist yet.")),
    ],
    accessed: Annotated[
        str | None,
        typer.Option(metavar="DAY", help=_("The day on which you had the files; it is not guessed.")),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DAY", help=_("The day on which they were published, where you know it.")),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help=_("The title of the source, in place of the usual one.")),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=_("The log's private key; without one it is made at DIR.key.")),
    ] = None,
) -> None:
    """Read another record into a new observed log of its own, with the place of every fact. The files are not copied."""
    check_one_of("READER", reader, READERS)
    check_day("--accessed", accessed)
    check_day("--published", published)
    if title is not None and not clean(title):
        fail(_("--title: expected words, found {found!r}.").format(found=title))
    made = False
    try:
        check_place(into)
        outside = READERS[reader](
            files,
            Told(accessed, None if title is None else clean(title), published),
            counting(_("bytes read")),
        )
        into.absolute().parent.mkdir(parents=True, exist_ok=True)
        made = key is None and not key_path(into).exists()
        signer = make_log_key(key_path(into), reader) if made else load_key(key or key_path(into))
        observed = observe(into, signer, outside, counting(_("acts entered")))
    except (BadFile, RecordError, UnfitFact, OSError) as error:
        _forget_key(into, made)
        fail(why(error))
    except BaseException:
        _forget_key(into, made)
        raise
    _tell(into, signer, outside, observed)


def _forget_key(into: Path, made: bool) -> None:
    """Remove a key that was made now: what it signed was removed with its log."""
    if made:
        key_path(into).unlink(missing_ok=True)


def _tell(into: Path, signer: Signer, outside: Outside, observed: Observed) -> None:
    says = _("A new observed log is in {folder}: {entries} entries, {acts} acts.")
    line(says.format(folder=into, entries=observed.entries, acts=observed.all_acts + 1))
    print(_("Its key for others to verify with: {key}").format(key=signer.verifier.vkey))
    paragraph(_("Read:"))
    fields((words, str(number)) for words, number in outside.read)
    paragraph(_("Entered, by kind of act:"))
    fields((kind, str(number)) for kind, number in observed.acts.items())
    _tell_aside(outside.aside.all())
    if observed.twice:
        says = ngettext(
            "{count} act stood twice, word for word, and was entered once.",
            "{count} acts stood twice, word for word, and were entered once.",
            observed.twice,
        )
        paragraph(says.format(count=observed.twice))


def _tell_aside(aside: Sequence[Left]) -> None:
    if not aside:
        return
    paragraph(_("To know, or left aside:"))
    for one in aside:
        more = ", ..." if one.count > len(one.examples) else ""
        says = _("{count}: {why} ({examples})")
        line(says.format(count=one.count, why=one.why, examples="; ".join(one.examples) + more))
