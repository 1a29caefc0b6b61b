"""Templates say whole sentences, count by the number that a sentence carries, and set nothing that our pages must not have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kengesh.site

FOLDER = Path(kengesh.site.__file__).parent
TEMPLATES = sorted(FOLDER.rglob("*.html"))
SENTENCE = re.compile(r"{%-?\s*trans\s*(.*?)-?%}(.*?){%-?\s*endtrans\s*-?%}", re.S)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.relative_to(FOLDER)))
def test_a_sentence_with_a_number_counts_by_it_and_carries_it(template: Path) -> None:
    for names, sentence in SENTENCE.findall(template.read_text(encoding="utf-8")):
        if "pluralize" in sentence:
            one, _plural, many = re.split(r"{%-?\s*(pluralize[^%]*)%}", sentence)
            assert names.startswith("count="), names  # Jinja counts by the first of the names
            assert "{{ count }}" in many, sentence
            assert {*re.findall(r"{{ (\w+) }}", one)} <= {*re.findall(r"{{ (\w+) }}", many)}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.relative_to(FOLDER)))
def test_a_template_has_no_style_and_no_script_of_its_own(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"", text)
    assert all("src=" in one or "ld+json" in one for one in re.findall(r"<script[^>]*>", text))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: str(one.relative_to(FOLDER)))
def test_no_words_stand_in_a_template_but_through_the_catalogues(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    text = SENTENCE.sub("", text)
    text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", text, flags=re.S)
    text = re.sub(r"<(pre|code|script)\b.*?</\1>|<!--.*?-->", "", text, flags=re.S)
    text = re.sub(r"<a [^>]*rel=\"external[^>]*>[^<]*</a>", "", text)  # names of formats
    text = re.sub(r"<[^>]*>", "", text)
    left = [
        word
        for word in re.findall(r"[A-Za-z]{3,}", text)
        if word not in ("RIS", "CSL", "JSON", "tlog", "proof", "entry")
    ]
    assert left == []
