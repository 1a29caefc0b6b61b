"""A draft in Markdown (CommonMark with tables): its paragraphs, cells among them, and its notes.

Notes are ``[^1]: ...`` with lines indented below, ``[1]: ...``, and paragraphs that begin with ``[1]``; marks are ``[^1]`` and ``[1]``.
The title is that of the head between ``---`` lines, else the first heading. Code is left aside, and said to be. Not done: notes inside
the text (``^[...]``), and bibliographies by key.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kengesh.formats.drafts.reading.plain import sorted_out
from kengesh.formats.drafts.reading.told import Told, mark
from kengesh.terms.messages import _

_NOTE = re.compile(
    r"^ {0,3}\[(?:\^([^\]\s]+)|(\d{1,3}))\]:[ \t]*(.*(?:\n(?:(?:[ \t]*\n)*(?: {2,}|\t).*|(?![ \t]*$|\[).+))*)",
    re.M,
)
_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_HEAD = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.S)
_TITLE = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*$", re.M)


def read_markdown(text: str) -> Told:
    """Return what a text in Markdown tells."""
    head = _HEAD.match(text)
    title = _TITLE.search(head[1]) if head else None
    text = text[head.end() :] if head else text
    parser = MarkdownIt("commonmark").enable("table")
    notes = [
        (found[1] or found[2], " ".join(_paragraphs(parser.parse(_outdented(found[3])), links=True)))
        for found in _NOTE.finditer(text)
    ]
    tokens = parser.parse(_MARK.sub(lambda found: mark(found[1]), _NOTE.sub("", text)))
    headings = [_words(after) for before, after in pairwise(tokens) if before.type == "heading_open"]
    told = sorted_out(_paragraphs(tokens))
    dropped = told.dropped
    if code := sum(one.type in ("fence", "code_block", "html_block") for one in tokens):
        dropped += (_("Blocks of code or HTML were left aside: {count}.").format(count=code),)
    found_title = title[1] if title else headings[0] if headings else None
    return replace(told, notes=(*notes, *told.notes), title=found_title, dropped=dropped)


def _outdented(note: str) -> str:
    return "\n".join(line.strip() for line in note.splitlines())


def _paragraphs(tokens: Sequence[Token], links: bool = False) -> list[str]:
    """Return the words of each paragraph and cell, headings left out."""
    found = []
    before = ""
    for token in tokens:
        if token.type == "inline" and before != "heading_open" and (text := _words(token, links)):
            found.append(text)
        before = token.type
    return found


def _words(token: Token, links: bool = False) -> str:
    words: list[str] = []
    for one in token.children or ():
        if one.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif one.type == "link_open" and links:
            words.append("\0" + str(one.attrGet("href") or ""))
        elif one.type == "link_close" and links:
            place = next(at for at in range(len(words) - 1, -1, -1) if words[at].startswith("\0"))
            address = words.pop(place)[1:]
            if address not in "".join(words):
                words.append(f" {address}")
        elif one.type in ("text", "code_inline", "text_special"):
            words.append(one.content)
    return " ".join("".join(words).split())
