"""What is sent is compiled: the rolling text with who proposes what, the tables beside it, what a person should look at."""

from __future__ import annotations

import json
import re
from typing import Any

from kengesh.texts.compiling.compile import compile_text
from kengesh.texts.compiling.submission import Submission
from kengesh.texts.reading.by_ending import read_file
from kengesh.texts.writing.html import rolling_html
from kengesh.texts.writing.plain import plain_text
from tests.site.texts.filling import BASE, DELEGATIONS, EXAMPLE, PLAIN_BASE, common, example, file, plain


def text_of(response: Any) -> str:
    assert response.status_code == 200, response.content[:3000]
    return str(response.content.decode())


def compiled(site: Any, fields: dict[str, Any], give: str = "plain") -> str:
    return text_of(site.post("/en/texts", {**fields, "give": give}))


def test_the_worked_example_gives_the_page_that_the_library_makes_of_it(site: Any) -> None:
    base = read_file(BASE).text
    files = [read_file(EXAMPLE / f"{code}.docx", base.language) for code in DELEGATIONS]
    submissions = [
        Submission(delegation=code, filed=one, order=n)
        for n, (code, one) in enumerate(zip(DELEGATIONS, files, strict=True), 1)
    ]
    page = text_of(site.post("/en/texts", example()))
    article = re.compile(r'<article class="text".*?</article>', re.S)
    expected = article.findall(rolling_html(compile_text(base, submissions), standalone=False))
    assert article.findall(page) == expected and "region__variant" in expected[0]


def test_notes_tables_and_findings_stand_on_the_page(site: Any) -> None:
    page = text_of(site.post("/en/texts", example()))
    for heading in (
        "Proposals by delegation",
        "Proposals by paragraph",
        "Isolated positions",
        "Open brackets",
    ):
        assert f"<h2>{heading}</h2>" in page, heading
    assert "<h2>Editorial differences</h2>" in page
    assert "AZE.docx: typed while the tracking of changes was off (2):" in page
    assert "changed by UZB expert 1 (34), UZB expert 2 (2); all of it counts as filed by UZB." in page
    assert "KGZ.docx: it has no tracked changes" in page


def test_what_was_typed_without_tracking_stands_under_the_name_of_the_delegation(site: Any) -> None:
    page = text_of(site.post("/tr/texts", example("AZE")))
    looks = page.partition('<section id="looks">')[2].partition("</section>")[0]
    assert "<dt>Azerbaycan</dt>" in looks
    assert re.search(r'<ul class="texts__typed" lang="en">\s*<li>.*AZE: ', looks)


def test_the_text_is_marked_with_its_own_language_on_a_page_in_another(site: Any) -> None:
    page = text_of(site.post("/kk/texts", plain(KAZ=common())))
    assert '<html lang="kk">' in page and '<article class="text" lang="en">' in page
    assert '<td lang="en">joint</td>' in page


def test_several_texts_are_compiled_as_by_the_library(site: Any) -> None:
    assert compiled(site, plain(KAZ=common(), UZB=common("unified"))).startswith(
        "1. Decide to establish a [joint / KAZ: common / UZB: unified] logistics network by 2028;"
    )


def test_a_group_files_under_its_code(site: Any) -> None:
    fields = plain(KAZ=common())
    fields["state-1"], fields["group-1"] = "", "ca5"
    assert "[joint / CA5: common]" in compiled(site, fields)


def test_the_time_of_filing_orders_the_variants_and_without_one_the_rows_do(site: Any) -> None:
    fields = plain(UZB=common("unified"), KAZ=common())
    assert "[joint / UZB: unified / KAZ: common]" in compiled(site, fields)
    fields = plain(UZB=common("unified"), KAZ=common())
    fields |= {"at-1": "2026-11-03T09:00", "at-2": "2026-11-03T08:59"}
    assert "[joint / KAZ: common / UZB: unified]" in compiled(site, fields)


def test_a_time_without_a_zone_is_in_utc(site: Any) -> None:
    fields = plain(KAZ=common(), UZB=common("unified"))
    fields |= {"at-1": "2026-11-03T09:00", "at-2": "2026-11-03T12:00+05:00"}
    tree = json.loads(compiled(site, fields, "tree"))
    assert {one["delegation"]: one["filed_at"] for one in tree["filings"]} == {
        "KAZ": "2026-11-03T09:00:00Z",
        "UZB": "2026-11-03T07:00:00Z",
    }


def test_rows_left_empty_do_not_count_wherever_they_stand(site: Any) -> None:
    fields = plain(KAZ=common())
    fields["state-40"], fields["file-40"] = "UZB", file("u.md", common("unified").encode())
    fields |= {"state-7": "", "group-7": "", "at-7": ""}
    assert "[joint / KAZ: common / UZB: unified]" in compiled(site, fields)


def test_the_profile_that_is_chosen_numbers_the_proposals(site: Any) -> None:
    new = common("joint", "\n3. Request the host to report.\n")
    assert "[2 bis KAZ: " in compiled(site, plain(KAZ=new))
    assert "[ADD 2" in compiled(site, plain(KAZ=new) | {"profile": "itu"})


def test_the_language_that_is_chosen_is_that_of_the_text(site: Any) -> None:
    for language in ("tr", "en"):
        tree = json.loads(compiled(site, plain(KAZ=common()) | {"language": language}, "tree"))
        assert tree["base"]["language"] == language


def test_an_earlier_rolling_text_is_taken_as_the_base_and_what_it_has_stays_live(site: Any) -> None:
    tree = compiled(site, plain(KAZ=common()), "tree").encode()
    fields = plain(UZB=common("unified")) | {"base": file("rolling-text.json", tree)}
    assert "[joint / KAZ: common / UZB: unified]" in compiled(site, fields)
    again = plain(KAZ=common("shared")) | {"base": file("rolling-text.json", tree)}
    page = text_of(site.post("/en/texts", again))
    assert "KAZ filed again: of what it proposed before, 1 is no longer in the text." in page


def test_a_file_of_acts_is_a_delegations_file_too(site: Any) -> None:
    acts = b"acts:\n  - {reserve: 2, kind: pending-capital}\n"
    fields = plain(KAZ=common()) | {"state-2": "AZE", "file-2": file("aze.yaml", acts)}
    response = site.post("/en/texts", fields | {"give": "plain"})
    if response.status_code == 400:  # the form of such a file is the reader's
        raise AssertionError(re.findall(r'texts__fault"[^>]*>(.*?)</p>', response.content.decode()))
    assert "AZE: reserves (pending capital)." in response.content.decode()


def test_words_of_a_file_are_words_on_the_page_and_never_markup(site: Any) -> None:
    fields = plain(KAZ=common("<script>alert(1)</script>"))
    fields["file-1"] = file('k"><img src=x>.txt', common("<b onclick=x>").encode())
    page = text_of(site.post("/en/texts", fields))
    assert "<img" not in page and "<b onclick" not in page and "&lt;b onclick=x&gt;" in page


def test_a_text_on_which_nobody_proposes_anything_says_so(site: Any) -> None:
    page = text_of(site.post("/en/texts", plain(KAZ=PLAIN_BASE.decode())))
    assert "amendments: 0; open brackets: 0" in page and "This table has no row." in page


def test_plain_text_is_that_of_the_library(site: Any) -> None:
    base = read_file(BASE).text
    filed = read_file(EXAMPLE / "TKM.docx", base.language)
    expected = plain_text(compile_text(base, [Submission(delegation="TKM", filed=filed, order=1)]))
    assert compiled(site, example("TKM")) == expected
