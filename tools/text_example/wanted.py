"""The words that a delegation wants, by the list of changes alone: no document, no stamps, plain strings.

It is written apart from what makes the Word files, so that a test can hold the one against the other.
"""

from __future__ import annotations

from typing import Any

from text_example.document import Document


def words_of(document: Document) -> list[tuple[str, str]]:
    """Return (key, words) of every paragraph, cell and footnote of a base, a footnote after the paragraph with its mark."""
    found: list[tuple[str, str]] = []
    for block in document.blocks:
        paragraphs = [cell for row in block for cell in row.cells] if isinstance(block, list) else [block]
        for paragraph in paragraphs:
            found.append((paragraph.key, paragraph.text))
            found.extend(
                (note.key, note.text) for note in document.notes if f"⁅{note.key[5:]}⁆" in paragraph.text
            )
    return found


def wanted(base: list[tuple[str, str]], changes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return (key, words) of everything that stands once the changes are made."""
    text = list(base)
    for change in changes:
        if "in" in change:
            place = _place(text, change["in"])
            text[place] = (text[place][0], _edited(text[place][1], change))
        elif "new" in change:
            text.insert(_place(text, change["after"]) + 1, (f"{change['after']} +", _plain(change["new"])))
        elif "drop" in change:
            del text[_place(text, change["drop"])]
        elif "rewrite" in change:
            place = _place(text, change["rewrite"])
            text[place] = (text[place][0], _plain(change["as"]))
        elif "move" in change:
            moved = text.pop(_place(text, change["move"]))
            text.insert(_place(text, change["to_after"]) + 1, moved)
        elif "split" in change:
            place = _place(text, change["split"])
            key, words = text[place]
            at = words.index(change["after"]) + len(change["after"])
            text[place : place + 1] = [(key, words[:at].strip()), (f"{key} +", words[at:].strip())]
        elif "join" in change:
            place = _place(text, change["join"])
            text[place : place + 2] = [(text[place][0], text[place][1] + change["with"] + text[place + 1][1])]
        elif "row_after" in change:
            place = next(at for at, (_, words) in enumerate(text) if words == change["row_after"])
            row = [(f"new cell {column}", words) for column, words in enumerate(change["cells"], start=1)]
            text[place + len(row) : place + len(row)] = row
    return text


def _place(text: list[tuple[str, str]], key: object) -> int:
    return next(place for place, (name, _) in enumerate(text) if name == str(key))


def _edited(words: str, change: dict[str, Any]) -> str:
    if quoted := change.get("bracket"):
        return words.replace(quoted, f"[{quoted}]")
    if quoted := change.get("before"):
        return words.replace(quoted, change["insert"] + quoted)
    if quoted := change.get("after"):
        return words.replace(quoted, quoted + change["insert"])
    return words.replace(change.get("replace") or change["delete"], change.get("with", ""))


def _plain(markup: str) -> str:
    return markup.replace("*", "")
