"""Comments: what they say, to which they answer, whether they are resolved, and on which words of the text they are.

Partly done: a comment on words of several paragraphs is taken as one on its words in the first of them. A comment whose
words are not in the accepted view is on the unit where they would stand; one whose paragraph is gone is on no unit.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct, structs

from kengesh.terms.messages import _
from kengesh.texts.reading.filed import Finding, Remark
from kengesh.texts.tokens import cleaned, tokens
from kengesh.texts.units import Unit
from kengesh.texts.word.markup import W14, W15, Element, W, tree
from kengesh.texts.word.package import Package
from kengesh.texts.word.relations import Parts
from kengesh.texts.word.state import shortened
from kengesh.texts.word.views import Anchor, Draft

MOST_QUOTED = 1_000  # letters of the words that a comment is on; its tokens say the rest
_DELETED = (f"{W}del", f"{W}moveFrom")


class Comment(Struct, frozen=True, kw_only=True):
    """A comment as its part has it."""

    id: str
    author: str
    at: str
    words: str
    answers: str  # the id of the comment to which it answers
    resolved: bool


def comments_of(package: Package, parts: Parts) -> tuple[Comment, ...]:
    """Return the comments of a file, in its order."""
    if not parts.comments:
        return ()
    threads: dict[str, tuple[str, bool]] = {}
    if parts.comments_extended:
        for one in tree(package, parts.comments_extended).iter(f"{W15}commentEx"):
            done = one.get(f"{W15}done", "0") in ("1", "true", "on")
            threads[one.get(f"{W15}paraId", "")] = one.get(f"{W15}paraIdParent", ""), done
    elements = list(tree(package, parts.comments).iterchildren(f"{W}comment"))
    named = {key: one.get(f"{W}id", "") for one in elements for key in _paragraph_ids(one)}
    found = []
    for one in elements:
        last = next(iter(_paragraph_ids(one)[::-1]), "")
        parent, done = threads.get(last, ("", False))
        comment = Comment(
            id=one.get(f"{W}id", ""),
            author=one.get(f"{W}author", ""),
            at=one.get(f"{W}date", ""),
            words=_words(one),
            answers=named.get(parent, ""),
            resolved=done,
        )
        found.append(comment)
    return tuple(found)


def _paragraph_ids(comment: Element) -> list[str]:
    return [one.get(f"{W14}paraId", "") for one in comment.iter(f"{W}p") if one.get(f"{W14}paraId")]


def _words(comment: Element) -> str:
    paragraphs = ("".join(_letters(one)) for one in comment.iter(f"{W}p"))
    return cleaned(" ".join(words for words in paragraphs if words.strip()))


def _letters(paragraph: Element) -> Iterator[str]:
    for one in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if one.tag != f"{W}t":
            yield " "
        elif next(one.iterancestors(*_DELETED), None) is None:
            yield one.text or ""


def remarks_of(
    comments: Sequence[Comment], drafts: Sequence[Draft], units: Sequence[Unit]
) -> tuple[tuple[Remark, ...], list[Finding]]:
    """Return the comments on the units of the accepted text, one unit for each draft, and what is to be reported of them."""
    at: dict[str, Remark] = {}
    for draft, unit in zip(drafts, units, strict=True):
        all_tokens = tokens(unit.text) if draft.anchors else []
        ends = list(accumulate(len(token) for token in all_tokens))
        for anchor in draft.anchors:
            at.setdefault(anchor.comment, _anchored(unit, draft, anchor, all_tokens, ends))
    remarks: list[Remark] = []
    findings: list[Finding] = []
    for comment in comments:
        place = at.get(comment.id) or at.get(comment.answers) or Remark("", "", "")
        remark = structs.replace(place, text=comment.words, author=comment.author, at=comment.at)
        remarks.append(remark)
        findings.extend(_reported(comment, remark))
    return tuple(remarks), findings


def _reported(comment: Comment, remark: Remark) -> Iterator[Finding]:
    where = remark.unit or _("the file")
    if not remark.unit:
        says = _("The comment of {author} is on words that are not in the text: “{words}”.")
        yield Finding(where, says.format(author=comment.author, words=shortened(comment.words)))
    if comment.resolved:
        says = _("The comment of {author} is marked as resolved: “{words}”.")
        yield Finding(where, says.format(author=comment.author, words=shortened(comment.words)))


def _anchored(
    unit: Unit, draft: Draft, anchor: Anchor, all_tokens: Sequence[str], ends: Sequence[int]
) -> Remark:
    """The place of a comment, from letters of the draft to tokens of the unit, whose text may lack a typed number."""
    number = draft.length - len(unit.text)
    start, end = max(anchor.start - number, 0), max(anchor.end - number, 0)
    first = bisect_right(ends, start)
    last = max(bisect_left(ends, end) + 1, first) if end > start else first
    while first < last and all_tokens[first].isspace():
        first += 1
    while first < last and all_tokens[last - 1].isspace():
        last -= 1
    begins = ends[first - 1] if first else 0
    words = unit.text[begins : ends[last - 1]] if last > first else ""
    return Remark(unit.id, shortened(words, MOST_QUOTED), "", start=first, end=last)
