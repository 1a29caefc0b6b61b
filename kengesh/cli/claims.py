"""``kengesh claims [DOCUMENT]``: the statements of a document with their verdicts, or all claims of the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kengesh.cli.asking import Asking, question, title
from kengesh.cli.output import fail, paragraph, table
from kengesh.formats.claims.told.documents import NoSuchClaim, checked_documents
from kengesh.formats.claims.told.listing import claims_answer, document_answer
from kengesh.mechanism.words import STATEMENT_FORM_WORDS, shown
from kengesh.terms.messages import _

Document = Annotated[
    str | None,
    typer.Argument(
        metavar="DOCUMENT", help=_("The source whose statements are wanted, such as avim-2025-109.")
    ),
]


@question
def command(asking: Asking, document: Document = None) -> None:
    """List the claims of the record with their verdicts, or all that a document states: what is judged, and what is not."""
    if document is None:
        found = claims_answer(asking.mechanism, asking.view)
        show = _claims
    else:
        asking.must_know(document, "source")
        try:
            found = document_answer(asking.mechanism, asking.view, document)
        except NoSuchClaim:
            known = ", ".join(checked_documents(asking.view)) or _("none")
            says = _("the record has no statements of {document}; it has those of: {known}.")
            fail(says.format(document=document, known=known))
        show = _statements
    answer = asking.mechanism.envelope(
        "claims", {"document": document} if document else {}, asking.view, found
    )
    asking.leave_with(answer, show, notes=False)


def _claims(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, _("Claims"))
    if not answer["answer"]:
        paragraph(_("Nobody has entered a claim in this record."))
    cells = [(one["id"], one["text"], _verdict(one), asking.rests_on(one)) for one in answer["answer"]]
    table((_("id"), _("claim"), _("verdict"), _("rests on")), cells)


def _statements(asking: Asking, answer: Mapping[str, Any]) -> None:
    title(asking, answer, asking.reader.name(answer["arguments"]["document"]))
    cells = [
        (
            one["id"].rpartition("/")[2],
            asking.reader.words(one["what"]),
            shown(STATEMENT_FORM_WORDS, one["form"]),
            _of_statement(one),
        )
        for one in answer["answer"]
    ]
    table((_("id"), _("statement"), _("form"), _("verdict")), cells)


def _of_statement(one: Mapping[str, Any]) -> str:
    if not one["has_verdict"]:
        return _("not judged")
    return "; ".join(_verdict(claim) for claim in one["claims"]) or _("not entered as a claim")


def _verdict(claim: Mapping[str, Any]) -> str:
    words = claim["headline_words"] or _("cannot be read: {why}").format(why=claim["why"])
    return _("{verdict}, disputed").format(verdict=words) if claim["disputed"] else str(words)
