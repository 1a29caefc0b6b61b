"""What stands on the pages of a text and is none of it: page numbers, lists of addresses, contacts, an author's blurb, captions.

Each sort is known by its words or its form, line by line; what is not surely furniture is kept as text.
"""

from __future__ import annotations

import re
from collections import Counter

PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}(?:\s*/\s*\d{1,4})?|(?:page|sayfa|стр(?:аница|\.)?)\s*\d{1,4}"
    r"(?:\s*(?:of|/|из)\s*\d{1,4})?)\s*",
    re.IGNORECASE,
)
ADDRESS_ALONE = re.compile(r"\s*(?:https?://|www\.)\S+\s*|\s*@\w+\s*", re.IGNORECASE)
CITE = re.compile(
    r"\s*(?:atıfta bulunmak için|atıf için|kaynak göster(?:mek|im)|to cite|how to cite|cite (?:this|as)|"
    r"suggested citation|recommended citation|для цитирования|ссылка для цитирования|как цитировать)\b",
    re.IGNORECASE,
)
BLURB = re.compile(
    r"\s*(?:yazar hakkında|about the authors?|об авторах?|сведения об авторах?)\s*:?\s*", re.IGNORECASE
)
CAPTION = re.compile(
    r"\s*\*?\s*(?:görsel|fotoğraf|foto|photo(?: credit)?|image|source of (?:photo|image)|фото|изображение)\s*:",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"(?:\btel(?:efon)?\.?\s*:|\btel\.|\bfax\s*:|\bfaks\s*:|e-?posta\s*:|e-?mail\s*:|эл\. ?почта|\bтел\.\s*:?|^\s*©|"
    r"all rights reserved|tüm hakları saklıdır|все права защищены|^\s*[\w.+-]+@[\w.-]+\.\w+\s*$)",
    re.IGNORECASE,
)
NOTES_HEADING = re.compile(
    r"\s*(?:notes|footnotes|endnotes|references|notlar|dipnotlar|kaynaklar|kaynakça|примечания|сноски|источники|"
    r"литература)\s*:?\s*",
    re.IGNORECASE,
)
MOST_REPEATS = 3  # a short line that stands so often is a running head


def is_contact(block: list[str]) -> bool:
    """Whether lines are a contact: one of them says so, and they are few and end no sentence of a text."""
    return len(block) <= 6 and any(CONTACT.search(line) for line in block)


def running_heads(blocks: list[list[str]]) -> set[str]:
    """Return the short lines that stand alone again and again."""
    alone = Counter(block[0].strip() for block in blocks if len(block) == 1 and len(block[0].strip()) < 100)
    return {line for line, times in alone.items() if times >= MOST_REPEATS}
