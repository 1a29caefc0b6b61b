"""The answer to a claim in full sentences, in the language in use: what is so of whom, what stands against it, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kengesh.formats.claims.language.values import Claim, Listed, Quantity
from kengesh.formats.claims.told.phrases import (
    name_phrase,
    predicate_phrase,
    set_phrase,
    verb_words,
    word_for,
    words_for,
)
from kengesh.formats.claims.verdict.found import Found
from kengesh.formats.claims.verdict.judging import Judged, Reading, Verdict
from kengesh.mechanism.reader import Reader
from kengesh.terms.dates import Truth
from kengesh.terms.languages import sort_key
from kengesh.terms.messages import N_, _, pgettext

READING_WORDS = {
    "narrow": N_("In the narrow reading"),
    "wide": N_("In the wide reading"),
    "one": N_("The answer"),
}
ANSWERS = {
    (None, Truth.YES): N_("As of {day} this is so of {who}: {what}."),
    (None, Truth.NO): N_("As of {day} this is not so of {who}: {what}."),
    (None, Truth.NOT_KNOWN): N_("As of {day} it is not known whether this is so of {who}: {what}."),
    (Quantity.EVERY, Truth.YES): N_("As of {day} this is so of every one of {who}: {what}."),
    (Quantity.EVERY, Truth.NO): N_("As of {day} this is not so of every one of {who}: {what}."),
    (Quantity.EVERY, Truth.NOT_KNOWN): N_(
        "As of {day} it is not known whether this is so of every one of {who}: {what}."
    ),
    (Quantity.NO, Truth.YES): N_("As of {day} this is so of none of {who}: {what}."),
    (Quantity.NO, Truth.NO): N_("As of {day} this is so of some of {who}, and not of none: {what}."),
    (Quantity.NO, Truth.NOT_KNOWN): N_(
        "As of {day} it is not known whether this is so of none of {who}: {what}."
    ),
    (Quantity.SOME, Truth.YES): N_("As of {day} this is so of at least one of {who}: {what}."),
    (Quantity.SOME, Truth.NO): N_("As of {day} this is so of not one of {who}: {what}."),
    (Quantity.SOME, Truth.NOT_KNOWN): N_(
        "As of {day} it is not known whether this is so of at least one of {who}: {what}."
    ),
    (Quantity.ONLY, Truth.YES): N_("As of {day} this is so of {who} alone: {what}."),
    (Quantity.ONLY, Truth.NO): N_("As of {day} this is not so of {who} alone: {what}."),
    (Quantity.ONLY, Truth.NOT_KNOWN): N_(
        "As of {day} it is not known whether this is so of {who} alone: {what}."
    ),
    (Quantity.EXACTLY, Truth.YES): N_("As of {day} this is so of exactly {count} of {who}: {what}."),
    (Quantity.EXACTLY, Truth.NO): N_("As of {day} this is not so of exactly {count} of {who}: {what}."),
    (Quantity.EXACTLY, Truth.NOT_KNOWN): N_(
        "As of {day} it is not known whether this is so of exactly {count} of {who}: {what}."
    ),
    (Quantity.AT_LEAST, Truth.YES): N_("As of {day} this is so of at least {count} of {who}: {what}."),
    (Quantity.AT_LEAST, Truth.NO): N_("As of {day} this is so of fewer than {count} of {who}: {what}."),
    (Quantity.AT_LEAST, Truth.NOT_KNOWN): N_(
        "As of {day} it is not known whether this is so of at least {count} of {who}: {what}."
    ),
}
EXCEPTED = {
    Truth.YES: N_("Of what is excepted it is not so either, as the sentence says: {who}."),
    Truth.NO: N_("It is so of what is excepted as well, against the sentence: {who}."),
    Truth.NOT_KNOWN: N_("Of what is excepted it is not known: {who}."),
}


def sentences(verdict: Verdict, reading: Reading, reader: Reader) -> list[str]:
    """Return the answer in one reading: the sentence first, then what stands against it, what is not known, where sources differ."""
    claim = verdict.claim
    return [
        _answer(claim, reading.main, reader),
        *_details(claim, reading.main, reader),
        *([_excepted(reading, reader)] if reading.except_ is not None else []),
        *_differing(reading, reader),
        *_openness(reading.main),
    ]


def headline(verdict: Verdict) -> str:
    """Return the verdict in a word or two."""
    return headline_words(verdict.headline)


def headline_words(word: str) -> str:
    """Return what a verdict of ``judging.HEADLINES`` is called."""
    words = {
        "holds": pgettext("verdict on a claim", "holds"),
        "holds-in-the-wide-reading": _("holds in the wide reading"),
        "not-as-worded": _("not as worded"),
        "not-known": _("not known"),
    }
    return words[word]


def claim_phrase(claim: Claim, reader: Reader) -> str:
    """Return a claim in the reader's words: whom it speaks of, and what it says of them."""
    says = _("{who} ({how_many}): {what}") if not _is_one(claim) else _("{who}: {what}")
    phrase = says.format(
        who=_who(claim, reader), how_many=_how_many(claim), what=predicate_phrase(reader, claim.predicate)
    )
    if claim.on is None:
        return phrase
    return _("{claim}, {day}").format(claim=phrase, day=reader.day(claim.on))


def has_words(found: Found, reader: Reader) -> str:
    """Return what the record has of a thing instead, in a few words; nothing where it has nothing."""
    has = found.has
    words = [
        word_for(reader, has["status"]) if "status" in has else "",
        words_for(reader, has["capacity"]) if "capacity" in has else "",
        verb_words(has["verb"]) if "verb" in has else "",
        reader.name(has["place"]) if "place" in has else "",
        reader.name(has["by"]) if "by" in has else "",
        _("number {number}").format(number=has["number"]) if "number" in has else "",
        _("shared: {count}").format(count=has["count"]) if "count" in has else "",
        _("since {day}").format(day=reader.day(has["since"])) if "since" in has else "",
        reader.day(has["on"]) if "on" in has else "",
    ]
    return ", ".join(filter(None, words))


def named_with(founds: Iterable[Found], reader: Reader) -> str:
    """Return things in the reader's alphabet, each with what the record has of it."""
    shown = []
    for one in founds:
        words = has_words(one, reader)
        name = name_phrase(reader, one.thing)
        shown.append(_("{thing} ({has})").format(thing=name, has=words) if words else name)
    return "; ".join(sorted(shown, key=lambda text: sort_key(text, reader.language)))


def _answer(claim: Claim, judged: Judged, reader: Reader) -> str:
    quantity = None if _is_one(claim) else claim.quantifier.quantity
    says = _(ANSWERS[quantity, judged.truth])
    what = predicate_phrase(reader, claim.predicate)
    if claim.is_dated and claim.on is not None:
        what = _("{what}, {day}").format(what=what, day=reader.day(claim.on))
    return says.format(
        day=reader.day(reader.view.on.isoformat()),
        who=_who(claim, reader),
        what=what,
        count=claim.quantifier.count,
    )


def _who(claim: Claim, reader: Reader) -> str:
    who = set_phrase(reader, claim.subjects)
    if claim.except_ is None:
        return who
    return _("{who}, except {others}").format(who=who, others=set_phrase(reader, claim.except_))


def _how_many(claim: Claim) -> str:
    count = claim.quantifier.count
    words = {
        Quantity.EVERY: _("every one"),
        Quantity.NO: pgettext("how many of them", "none"),
        Quantity.SOME: _("at least one"),
        Quantity.ONLY: _("these alone"),
        Quantity.EXACTLY: _("exactly {count}").format(count=count),
        Quantity.AT_LEAST: _("at least {count}").format(count=count),
    }
    return words[claim.quantifier.quantity]


def _is_one(claim: Claim) -> bool:
    one = isinstance(claim.subjects, Listed) and len(claim.subjects.things) == 1
    return one and claim.quantifier.quantity is Quantity.EVERY


def _details(claim: Claim, judged: Judged, reader: Reader) -> Iterator[str]:
    if any(one.found.parts for one in judged.elements):
        for one in judged.elements:
            yield from _of_parts(one.found, reader, alone=len(judged.elements) == 1)
        return
    alone = _is_one(claim)
    exceptions = judged.exceptions()
    if exceptions and judged.truth is not Truth.YES:
        against_none = judged.quantifier.quantity in (Quantity.NO, Quantity.ONLY)
        says = _("It is so of: {things}.") if against_none else _("It is not so of: {things}.")
        words = named_with(exceptions, reader)
        if not alone or _has_any(exceptions, reader):
            yield (_("The record has: {things}.") if alone else says).format(things=words)
    elif alone and _has_any([one.found for one in judged.elements], reader):
        yield _("The record has: {things}.").format(
            things=named_with([one.found for one in judged.elements], reader)
        )
    if judged.quantifier.quantity in (Quantity.EXACTLY, Quantity.AT_LEAST, Quantity.SOME):
        so = [one.found for one in judged.elements if one.both is Truth.YES]
        says = _("It is so of {count}: {things}.") if so else _("It is known of none.")
        yield says.format(count=len(so), things=named_with(so, reader))
    if judged.unknown() and not alone:
        yield _("Not known of: {things}.").format(things=named_with(judged.unknown(), reader))


def _of_parts(found: Found, reader: Reader, *, alone: bool) -> Iterator[str]:
    """Say for how many of the things that the verb is about it holds: ``Two of three: ...``."""
    if not found.parts:
        return
    so = [one for one in found.parts if one.truth is Truth.YES]
    not_so = [one for one in found.parts if one.truth is Truth.NO]
    unknown = [one for one in found.parts if one.truth is Truth.NOT_KNOWN]
    says = _("So for {count} of {all}.") if alone else _("{thing}: so for {count} of {all}.")
    yield says.format(thing=name_phrase(reader, found.thing), count=len(so), all=len(found.parts))
    for words, parts in (
        (_("So for: {things}."), so),
        (_("Not so for: {things}."), not_so),
        (_("Not known for: {things}."), unknown),
    ):
        if parts:
            yield words.format(things=named_with(parts, reader))


def _excepted(reading: Reading, reader: Reader) -> str:
    judged = reading.except_
    assert judged is not None
    things = named_with([one.found for one in judged.elements], reader)
    if judged.quantifier.quantity is Quantity.EVERY:
        says = {
            Truth.YES: _("Of what is excepted it is so, as the sentence says: {who}."),
            Truth.NO: _("Of what is excepted it is not so either, against the sentence: {who}."),
            Truth.NOT_KNOWN: _("Of what is excepted it is not known: {who}."),
        }[judged.truth]
        return says.format(who=things)
    return _(EXCEPTED[judged.truth]).format(who=things)


def _differing(reading: Reading, reader: Reader) -> Iterator[str]:
    founds = [one.found for judged in reading.parts() for one in (*judged.elements,)]
    parts = [part for one in founds for part in (one.parts or (one,)) if part.disputed]
    if parts:
        yield _("Sources differ on: {things}.").format(things=_plain(parts, reader))


def _plain(founds: Sequence[Found], reader: Reader) -> str:
    names = dict.fromkeys(name_phrase(reader, one.thing) for one in founds)
    return "; ".join(sorted(names, key=lambda text: sort_key(text, reader.language)))


def _openness(judged: Judged) -> Iterator[str]:
    if judged.open:
        count = sum(one.inside.truth is Truth.YES for one in judged.elements)
        says = _("The record names {count} of them; no source declares the list complete for that day.")
        yield says.format(count=count)


def _has_any(founds: Iterable[Found], reader: Reader) -> bool:
    return any(has_words(one, reader) for one in founds)
