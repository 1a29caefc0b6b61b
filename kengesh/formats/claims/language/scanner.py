"""Going through the words of a claim, one after another, and saying what could have stood where something else does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from kengesh.formats.claims.language.errors import AmbiguousName, ClaimError
from kengesh.formats.claims.language.names import LONGEST_NAME, Names
from kengesh.formats.claims.language.tokens import Token
from kengesh.mechanism.words import TYPE_WORDS
from kengesh.terms.dates import DateError, parse_day, parse_when
from kengesh.terms.messages import _

MARKS = "{}(),"
SUBJECTS, OBJECTS = "whom it speaks of", "what the verb is about"  # places that are no thing's
ARTICLES = ("the", "a", "an")
NUMBER_WORDS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
MONTHS = dict(
    zip(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        range(1, 13),
        strict=True,
    )
)
ORDINALS = dict(
    zip(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        range(1, 13),
        strict=True,
    )
)
MEETING_WORDS = ("meeting", "summit", "session")
LARGEST = 1_000  # of a number that counts things
TYPE_NAMES = {
    "meeting": ("meeting",),
    "body": ("body", "organization", "organisation", "format"),
    "instrument": ("instrument", "document", "treaty"),
    "proposal": ("proposal",),
    "party": ("state", "party", "country"),
    "place": ("town", "place"),
    "person": ("person",),
}


class Scanner:
    """The words of a claim that are still to be read. `places` are where things were named, and a few others."""

    def __init__(self, text: str, tokens: Sequence[Token], names: Names) -> None:
        self.text = text
        self.tokens = tokens
        self.names = names
        self.at = 0
        self.notes: list[str] = []
        self.last = tokens[0] if tokens else Token("", 0, 0)
        self.dated = self.last
        self.places: dict[str, tuple[int, int]] = {}
        self.sets = 0
        self._tried: dict[int, dict[str, None]] = {}

    @property
    def rest(self) -> Sequence[Token]:
        """The words that are left."""
        return self.tokens[self.at :]

    def took(self, phrase: str) -> bool:
        """Take a phrase if it comes next, and say whether it did."""
        self._tried.setdefault(self.at, {})[phrase] = None
        words = phrase.split()
        ahead = self.tokens[self.at : self.at + len(words)]
        if [one.low for one in ahead] != words:
            return False
        self.at += len(words)
        self.last = ahead[-1]
        return True

    def took_one(self, *phrases: str) -> str | None:
        """Take the first of some phrases that comes next, and return it."""
        return next((phrase for phrase in phrases if self.took(phrase)), None)

    def must(self, *phrases: str) -> str:
        """Take one of some phrases. Raises ClaimError where none comes next."""
        found = self.took_one(*phrases)
        if found is None:
            raise self.unexpected(phrases)
        return found

    def skip(self, *phrases: str) -> None:
        """Take one of some phrases if it comes next."""
        self.took_one(*phrases)

    def word_of(self, words: Sequence[str], what: str) -> str:
        """Take one of a few words. Raises ClaimError."""
        found = self.took_one(*words)
        if found is None:
            raise self.unexpected(words, _("expected {what}").format(what=what))
        return found

    def number(self, least: int = 0) -> int:
        """Take a number that counts things. Raises ClaimError."""
        one = self._next(_("a number"))
        value = NUMBER_WORDS.get(one.low)
        if value is None and one.low.isascii() and one.low.isdecimal() and len(one.low) < 5:
            value = int(one.low)
        if value is None or not least <= value <= LARGEST:
            says = _("expected a number from {least} to {most}, found {word}.")
            raise self.refuse(
                says.format(least=least, most=LARGEST, word=one.text), at=one, offers=("1", "2", "three")
            )
        self._take(one)
        return value

    def date(self) -> str:
        """Take a date of our subset, or a day in English words. Raises ClaimError."""
        one = self._next(_("a date"))
        self.dated = one
        spelled = self._spelled_day()
        if spelled is not None:
            return spelled
        try:
            when = parse_when(one.text)
        except DateError as error:
            raise self.refuse(str(error), at=one, offers=("2025-11-16", "2025-11", "2025")) from None
        self._take(one)
        return when.text

    def day(self) -> str:
        """Take one day. Raises ClaimError."""
        one = self._next(_("a day"))
        text = self.date()
        try:
            return parse_day(text).isoformat()
        except DateError as error:
            raise self.refuse(str(error), at=one) from None

    def size_or_day(self) -> str:
        """Take a number of entries, or a day. Raises ClaimError."""
        one = self._next(_("a number of entries, or a day"))
        spelled = len(self.rest) > 1 and self.rest[1].low in MONTHS
        if one.text.isascii() and one.text.isdecimal() and not spelled:
            self._take(one)
            return one.text
        return self.day()

    def thing(self, *types: str) -> str:
        """Take the thing that comes next. Raises ClaimError where it is none of these types, AmbiguousName where it may be several."""
        found = self.maybe_thing(*types)
        if found is not None:
            return found
        self.skip(*ARTICLES)
        self.skip(*TYPE_NAMES.get(types[0], ()))
        one = self._next(_(TYPE_WORDS[types[0]]))
        other = self._of_another_type(types)
        if other is not None:
            raise other
        says = _("{word} is not {what} in this record.").format(word=one.text, what=_(TYPE_WORDS[types[0]]))
        raise self.refuse(says, at=one, offers=self.names.near(one.text, types))

    def maybe_thing(self, *types: str) -> str | None:
        """Take the thing of one of these types that comes next, if there is one; the longest name that fits is meant."""
        before = self.at
        if "meeting" in types and (numbered := self._numbered_meeting()) is not None:
            return numbered
        for left_out in ((), ARTICLES, TYPE_NAMES.get(types[0], ()) if types else ()):
            if left_out and self.took_one(*left_out) is None and left_out is not ARTICLES:
                break
            for ahead in self._ahead():
                things = self._meant(ahead, types)
                if things:
                    self.at += len(ahead)
                    self.last = ahead[-1]
                    thing = self._one(things, ahead)
                    self.places.setdefault(thing, (ahead[0].start, ahead[-1].end))
                    return thing
        self.at = before
        return None

    def _numbered_meeting(self) -> str | None:
        """Take ``the seventh meeting of SERIES``; without a series one of the mechanism of the record."""
        before = self.at
        self.skip(*ARTICLES)
        start = self.rest[0].start if self.rest else 0
        number = _ordinal(self.rest[0].low) if self.rest else None
        if number is None or len(self.rest) < 2 or self.rest[1].low not in MEETING_WORDS:
            self.at = before
            return None
        self.at += 2
        self.last = self.tokens[self.at - 1]
        series = self.thing("body") if self.took("of") else self.names.own_series()
        meeting = None if series is None else self.names.numbered_meeting(series, number)
        if meeting is None:
            says = _("the record has no meeting number {number} of that series.").format(number=number)
            raise ClaimError(says, self.text, start, self.last.end)
        self.places.setdefault(meeting, (start, self.last.end))
        return meeting

    def _ahead(self) -> Iterator[Sequence[Token]]:
        """Yield the words that may be a name: the longest run first; a quoted name is one by itself."""
        for count in range(min(LONGEST_NAME, len(self.rest)), 0, -1):
            ahead = self.tokens[self.at : self.at + count]
            is_name = count == 1 or not any(one.quoted for one in ahead)
            if is_name and not any(one.text in MARKS for one in ahead):
                yield ahead

    def _meant(self, ahead: Sequence[Token], types: Sequence[str]) -> tuple[str, ...]:
        words = " ".join(one.text for one in ahead)
        as_id = None if ahead[0].quoted else self.names.id_of([one.text for one in ahead])
        if as_id is not None and (len(ahead) == 1 or self._fits(as_id, types)):
            return (as_id,) if self._fits(as_id, types) else ()
        borne = self.names.bearing(words)
        fitting = tuple(one for one in borne.now if self._fits(one, types))
        other = tuple(one for one in borne.else_ if self._fits(one, types))
        if other and not fitting:
            says = _("“{name}” is a name of other days; it is understood as {things}.")
            self.notes.append(says.format(name=words, things=", ".join(other)))
        return fitting or other

    def _one(self, things: Sequence[str], ahead: Sequence[Token]) -> str:
        if len(things) > 1:
            words = self.text[ahead[0].start : ahead[-1].end]
            says = _(
                "“{name}” is the name of several things on that day; write the id of the one that you mean."
            )
            raise AmbiguousName(says.format(name=words), self.text, ahead[0].start, ahead[-1].end, things)
        return self.names.shown(things[0])

    def _of_another_type(self, types: Sequence[str]) -> ClaimError | None:
        """Return what to raise where a thing comes next, but one of another type."""
        for ahead in self._ahead():
            things = self._meant(ahead, ())
            if things:
                words = self.text[ahead[0].start : ahead[-1].end]
                told = next(iter(self.names.types(things[0])), "")
                found = _(TYPE_WORDS[told]) if told in TYPE_WORDS else _("something else")
                says = _("{thing} is {found}; here is asked for {expected}.")
                says = says.format(thing=words, found=found, expected=_(TYPE_WORDS[types[0]]))
                near = self.names.near(words, types)
                return ClaimError(says, self.text, ahead[0].start, ahead[-1].end, near)
        return None

    def _fits(self, thing: str, types: Sequence[str]) -> bool:
        found = self.names.types(thing)
        return not types or not found or bool(found & set(types))

    def unexpected(self, phrases: Sequence[str], expected: str = "") -> ClaimError:
        """Return what to raise where none of some phrases comes next; what a misspelt word comes near is offered first."""
        offers = list(phrases)
        if not self.rest:
            says = expected or _("the claim ends here, and something is missing")
            return ClaimError(
                f"{says}.", self.text, len(self.text.rstrip()), len(self.text.rstrip()) + 1, offers
            )
        one = self.rest[0]
        near = get_close_matches(one.low, [*phrases, *self._tried.get(self.at, ())], 3, 0.6)
        says = expected or _("this word is not understood here")
        says = _("{expected}: {word}.").format(expected=says, word=one.text)
        return ClaimError(says, self.text, one.start, one.end, [*near, *offers])

    def refuse(self, says: str, *, at: Token, offers: Sequence[str] = ()) -> ClaimError:
        """Return what to raise for a word."""
        return ClaimError(says, self.text, at.start, at.end, offers)

    def _next(self, what: str) -> Token:
        if not self.rest:
            end = len(self.text.rstrip())
            raise ClaimError(
                _("the claim ends here; {what} is missing.").format(what=what), self.text, end, end + 1
            )
        return self.rest[0]

    def _take(self, one: Token) -> None:
        self.at += 1
        self.last = one

    def _spelled_day(self) -> str | None:
        """Take ``16 November 2025``, ``November 16 2025`` or ``November 2025``, and return it as we write it."""
        ahead = [one.low for one in self.rest[:4] if one.text != ","]
        month = next((place for place, word in enumerate(ahead[:2]) if word in MONTHS), None)
        if month is None:
            return None
        numbers = [word for word in ahead[:3] if word.isascii() and word.isdecimal()]
        year = next((word for word in numbers if len(word) == 4), None)
        if year is None:
            return None
        day = next((word for word in numbers if len(word) < 3), None)
        taken = 2 + (day is not None)
        text = f"{year}-{MONTHS[ahead[month]]:02d}" + (f"-{int(day):02d}" if day else "")
        while taken:
            taken -= self.rest[0].text != ","
            self._take(self.rest[0])
        try:
            return parse_when(text).text
        except DateError as error:
            raise self.refuse(str(error), at=self.dated) from None


def _ordinal(word: str) -> int | None:
    """Return the number that ``seventh`` or ``7th`` stands for."""
    digits = word[:-2] if word.endswith(("st", "nd", "rd", "th")) else ""
    if digits.isascii() and digits.isdecimal() and len(digits) < 4:
        return int(digits)
    return ORDINALS.get(word)
