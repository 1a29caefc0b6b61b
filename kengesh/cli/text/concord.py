"""``kengesh text concord en=a.docx ru=b.docx``: do the language versions of a text say the same?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from kengesh.cli.output import BOLD, DOES_NOT_HOLD, fail, for_programs, line, paragraph, warn
from kengesh.cli.text.opening import Opened, opened_text
from kengesh.cli.text.options import AsJson, Lang, told
from kengesh.cli.text.summary import findings_of
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import N_, _
from kengesh.texts.concordance import Divergence, Severity, check, check_rolling
from kengesh.texts.labels import labels_of

SEVERITIES = {Severity.DIVERGENCE: N_("divergence"), Severity.LOOK: N_("to look at")}


@told
def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="LANGUAGE=FILE...",
            help=_(
                "The versions, as en=a.docx ru=b.docx; the first is the one that the others are compared with."
            ),
        ),
    ],
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Compare the language versions of a text, unit by unit. Leaves with 1 where they diverge.

    Compared are units, labels, numbers, dates, names of states, terms, modal words, letters and brackets; of two rolling
    texts (.json) the brackets, too. What is to be looked at may well be right. Meaning is not compared.
    """
    versions = dict(_versions(files))
    found = list(check({name: one.text for name, one in versions.items()}))
    if all(one.rolling is not None for one in versions.values()):
        found += check_rolling(
            {name: one.rolling for name, one in versions.items() if one.rolling is not None}
        )
    if as_json:
        answer = {"versions": _hashes(versions), "findings": msgspec.to_builtins(found)}
        print(json.dumps(answer, ensure_ascii=False, indent=2), file=for_programs())
    else:
        _show(found, versions)
    if any(one.severity is Severity.DIVERGENCE for one in found):
        raise typer.Exit(DOES_NOT_HOLD)


def _versions(files: Sequence[str]) -> Iterator[tuple[str, Opened]]:
    seen: set[str] = set()
    for word in files:
        language, parted, file = word.partition("=")
        if not parted or not file or language not in LANGUAGES:
            says = _(
                "expected LANGUAGE=FILE with one of the languages {languages}, as in en=a.docx; found {found}."
            )
            fail(says.format(languages=", ".join(LANGUAGES), found=word))
        if language in seen:
            fail(_("the language {language} is given twice.").format(language=language))
        seen.add(language)
        found = opened_text(Path(file), language)
        if found.text.language != language:
            says = _("{file}: it says that it is in the language {stated}, and is given as {language}.")
            fail(says.format(file=file, stated=found.text.language, language=language))
        for says in findings_of(found.filed, file):
            warn(says)
        yield language, found


def _hashes(versions: dict[str, Opened]) -> dict[str, dict[str, str]]:
    return {name: {"file": one.path.name, "hash": one.text.hash} for name, one in versions.items()}


def _show(found: Sequence[Divergence], versions: dict[str, Opened]) -> None:
    divergences = sum(one.severity is Severity.DIVERGENCE for one in found)
    says = _("Divergences: {divergences}; to look at: {look}.")
    line(says.format(divergences=divergences, look=len(found) - divergences))
    if not found:
        line(_("No finding does not mean that the versions say the same: meaning is not compared."))
    names = {name: labels_of(one.text) for name, one in versions.items()}
    before = None
    for one in found:
        known = names[one.versions[0]]  # the same id is another unit in a version that lacks one
        name = known[one.unit].name if one.unit in known else one.label or _("The whole text")
        if name != before:
            paragraph(name, BOLD)
            before = name
        line(f"{_(SEVERITIES[one.severity])}: {one.says}")
