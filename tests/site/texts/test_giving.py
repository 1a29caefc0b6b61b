"""Every form of the result is a file that opens, made from the files that were sent and kept nowhere."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest
from docx import Document

from kengesh.texts.choosing import base_of
from kengesh.texts.reading.by_ending import read_bytes, read_file
from kengesh.texts.writing.tree import read_tree
from tests.site.texts.filling import BASE, example

NAMES = {
    "word": "rolling-text.docx",
    "tracked": "rolling-text.tracked.docx",
    "html": "rolling-text.html",
    "plain": "rolling-text.txt",
    "tree": "rolling-text.json",
    "zip": "rolling-text.zip",
}


def taken(site: Any, give: str) -> bytes:
    response = site.post("/en/texts", example("KAZ", "UZB") | {"give": give})
    assert response.status_code == 200
    assert response.headers["Content-Disposition"] == f'attachment; filename="{NAMES[give]}"'
    assert response.headers["Cache-Control"] == "no-store"
    return bytes(response.content)


def test_word_with_brackets_opens_and_has_them(site: Any) -> None:
    document = Document(io.BytesIO(taken(site, "word")))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "KAZ" in words and "[" in words


def test_word_with_tracked_changes_has_those_of_each_delegation_and_under_them_the_base(site: Any) -> None:
    filed = read_bytes(taken(site, "tracked"), "tracked.docx", "en")
    assert {author for author, _count in filed.authors} == {"Kazakhstan", "Uzbekistan"}
    assert filed.rejected is not None
    assert [one.text for one in filed.rejected.units] == [one.text for one in read_file(BASE).text.units]


def test_html_is_a_page_by_itself(site: Any) -> None:
    page = taken(site, "html").decode()
    assert page.startswith("<!DOCTYPE html>") and "<style>" in page and "region__variant" in page


def test_plain_text_has_the_grammar(site: Any) -> None:
    assert " / KAZ: " in taken(site, "plain").decode()


def test_the_tree_is_read_again_and_has_the_base(site: Any) -> None:
    rolling = read_tree(taken(site, "tree"))
    assert rolling.delegations == ("KAZ", "UZB")
    assert [one.text for one in base_of(rolling).units] == [one.text for one in read_file(BASE).text.units]


def test_the_archive_has_all_files_and_the_tables(site: Any) -> None:
    data = taken(site, "zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    alone = {name for give, name in NAMES.items() if give != "zip"}
    tables = {"by-delegation.csv", "by-paragraph.csv", "isolated.csv", "open-brackets.csv"}
    assert set(files) == alone | tables
    assert files["rolling-text.json"] == taken(site, "tree")
    rows = list(csv.reader(io.StringIO(files["by-delegation.csv"].decode("utf-8-sig"))))
    assert {row[0] for row in rows[1:]} == {"KAZ", "UZB"}
    assert taken(site, "zip") == data  # the same files, the same bytes


@pytest.mark.parametrize("language", ["tr", "kk"])
def test_tables_speak_the_readers_language_and_the_text_its_own(site: Any, language: str) -> None:
    response = site.post(f"/{language}/texts", example("KAZ") | {"give": "zip"})
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert read_tree(archive.read("rolling-text.json")).base.language == "en"
