"""Who changes something in a Word file, and when; and the comments in its margin, each by the delegation that makes it."""

from __future__ import annotations

from kengesh.texts.delegation_names import delegation_name
from kengesh.texts.rolling import Holders, RollingText
from kengesh.texts.word.write_xml import (
    DECLARATION,
    NAMESPACES,
    Change,
    Numbers,
    authorship,
    escaped,
    run,
    style,
    styled_paragraph,
)

_MARK = f"<w:r><w:rPr>{style('CommentReference')}</w:rPr><w:annotationRef/></w:r>"


class Authors:
    """The delegations as Word's authors: by their names in the language of the text, with the time of their filing."""

    def __init__(self, rolling: RollingText) -> None:
        self._language = rolling.base.language
        self._filed = {one.delegation: one.filed_at for one in rolling.filings}
        self._amended = {one.id: (one.delegation, one.filed_at) for one in rolling.amendments}

    def attributes(self, code: str, amendments: tuple[str, ...] = ()) -> str:
        """Return the attributes that name a delegation, and the time at which it filed one of some amendments."""
        return authorship(delegation_name(code, self._language), self._time(code, amendments))

    def change(self, kind: str, holders: Holders, amendments: tuple[str, ...] = ()) -> Change:
        """Return a change by the first of its holders."""
        return Change(kind, self.attributes(holders[0], amendments))

    def _time(self, code: str, amendments: tuple[str, ...]) -> str:
        for id in amendments:
            delegation, filed_at = self._amended.get(id, ("", ""))
            if delegation == code:
                return filed_at
        return self._filed.get(code, "")


class Comments:
    """The comments of one file."""

    def __init__(self, authors: Authors, numbers: Numbers) -> None:
        self._authors = authors
        self._numbers = numbers
        self._made: list[str] = []

    def new(self, code: str, words: str, amendments: tuple[str, ...] = ()) -> int:
        """Add a comment by a delegation; return its id, by which the text refers to it."""
        id = self._numbers.new()
        about = f'{self._authors.attributes(code, amendments)} w:initials="{escaped(code)}"'
        body = styled_paragraph("CommentText", _MARK + run(words))
        self._made.append(f'<w:comment w:id="{id}" {about}>{body}</w:comment>')
        return id

    def part(self) -> str:
        """Return the part of the file that holds the comments; empty where there are none."""
        if not self._made:
            return ""
        return f"{DECLARATION}<w:comments {NAMESPACES}>{''.join(self._made)}</w:comments>"


def opened(ids: list[int]) -> str:
    """Return where the words begin that some comments are on."""
    return "".join(f'<w:commentRangeStart w:id="{id}"/>' for id in ids)


def closed(ids: list[int]) -> str:
    """Return where these words end; the comments are named there."""
    looks = style("CommentReference")
    return "".join(
        f'<w:commentRangeEnd w:id="{id}"/><w:r><w:rPr>{looks}</w:rPr><w:commentReference w:id="{id}"/></w:r>'
        for id in ids
    )
