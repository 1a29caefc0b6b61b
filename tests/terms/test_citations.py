"""How a source is cited, and that nothing is made up that it does not give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kengesh.terms.citations import Source, cite, source_from_act
from kengesh.terms.dates import DateError, parse_when

FOUNDING = Source(
    id="avim-2025-109",
    author=("Seyda Nur Osmanlı",),
    title="Taşkent Zirvesi",
    container="AVİM Yorum 2025/109",
    published=parse_when("2025-12-16"),
    language="tr",
    address="https://example.org/taskent",
    accessed=parse_when("2026-06-04"),
    source_kind="research",
    seen="whole",
    founding=True,
)
NOTE = "Seyda Nur Osmanlı, “Taşkent Zirvesi,” AVİM Yorum 2025/109, 16 December 2025"


def test_a_whole_source_is_cited_in_the_note_style():
    assert cite(FOUNDING) == f"{NOTE}, https://example.org/taskent (accessed 4 June 2026)."


def test_a_passage_stands_before_the_address():
    assert (
        cite(FOUNDING, "para. 3") == f"{NOTE}, para. 3, https://example.org/taskent (accessed 4 June 2026)."
    )


def test_what_a_source_does_not_give_is_said_in_words_and_never_made_up_from_the_address():
    bare = Source(id="x", address="https://example.org/2025/11/16/osmanli-summit", seen="whole")
    expected = "Author not recorded, title not recorded, day not recorded, https://example.org/2025/11/16/osmanli-summit."
    assert cite(bare) == expected


@pytest.mark.parametrize(
    ("authors", "written"),
    [
        (("A",), "A, “"),
        (("A", "B"), "A and B, “"),
        (("A", "B", "C"), "A, B and C, “"),
        (("A", "B", "C", "D"), "A and others, “"),
    ],
)
def test_up_to_three_authors_are_named(authors, written):
    assert cite(replace(FOUNDING, author=authors)).startswith(written)


@pytest.mark.parametrize("title", ["Who decides?", "At last!", "And then…", "The U.S."])
def test_a_title_keeps_its_own_last_sign(title):
    assert f"“{title}” AVİM" in cite(replace(FOUNDING, title=title))


@pytest.mark.parametrize(
    ("seen", "says"),
    [
        ("opening", "Only its opening was read."),
        ("title-only", "Only its title was seen."),
        ("not-opened", "It was not opened."),
        ("by-telegraph", "How much of it was read is not recorded."),
    ],
)
def test_a_source_that_was_not_read_whole_says_so(seen, says):
    assert cite(replace(FOUNDING, seen=seen)).endswith(f". {says}")


def test_a_copy_and_a_weak_source_say_so():
    note = cite(replace(FOUNDING, copy_of="tass-1", weak="an interested party"))
    assert note.endswith(" A copy of tass-1; the two count as one. Weak: an interested party.")


def test_days_are_written_in_the_language_of_the_reader_and_no_stop_stands_twice():
    bare = replace(FOUNDING, address=None, accessed=None)
    assert cite(bare, language="ru").endswith("16 декабря 2025 г.")
    with pytest.raises(ValueError, match="de is not a language"):
        cite(bare, language="de")


def test_a_source_is_read_from_the_act_that_registers_it():
    act = {
        "kind": "register-source/1",
        "voice": "reported",
        "source": "avim-2025-109",
        "author": ["Seyda Nur Osmanlı"],
        "title": "Taşkent Zirvesi",
        "container": "AVİM Yorum 2025/109",
        "published": "2025-12-16",
        "language": "tr",
        "address": "https://example.org/taskent",
        "accessed": "2026-06-04",
        "source_kind": "research",
        "seen": "whole",
        "founding": True,
        "from_a_later_version": 1,
    }
    assert source_from_act(act) == FOUNDING
    assert source_from_act({"source": "x"}) == Source("x")
    with pytest.raises(DateError):
        source_from_act({"source": "x", "published": "2025-02-30"})


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "“Taşkent Zirvesi,” AVİM"),
        *((language, "“Taşkent Zirvesi”, AVİM") for language in ("tr", "az", "tk", "uz")),
        *((language, "«Taşkent Zirvesi», AVİM") for language in ("ru", "kk", "ky", "tg")),
    ],
)
def test_a_title_stands_in_the_quotation_marks_of_the_reader_and_only_english_puts_the_comma_inside(
    language, title
):
    assert title in cite(FOUNDING, language=language)


@pytest.mark.parametrize(
    ("title", "english", "russian", "kazakh"),
    [
        (
            'Who wrote "the text"',
            "“Who wrote ‘the text,’”",
            "«Who wrote „the text“»,",
            "«Who wrote “the text”»,",
        ),
        ("«Текст» дня", "“‘Текст’ дня,”", "«„Текст“ дня»,", "«“Текст” дня»,"),
        ("Der „Rat“ tagt", "“Der ‘Rat’ tagt,”", "«Der „Rat“ tagt»,", "«Der “Rat” tagt»,"),
        ("О «„Доме“ дня»", "“О ‘“Доме” дня,’”", "«О „«Доме» дня“»,", "«О “«Доме» дня”»,"),
        ('He asked "Why?"', "“He asked ‘Why?’”", "«He asked „Why?“»,", "«He asked “Why?”»,"),
    ],
)
def test_what_a_title_quotes_stands_in_the_inner_marks(title, english, russian, kazakh):
    source = replace(FOUNDING, title=title)
    for language, written in (("en", english), ("ru", russian), ("kk", kazakh)):
        assert f", {written} AVİM" in cite(source, language=language)


@pytest.mark.parametrize(
    "title",
    ["Bo‘lib o‘tdi", "Azerbaycan'ın", "‘Associate Member'", 'A disk of 5"', "Cut «short", "A ”stray“"],
)
def test_apostrophes_and_marks_that_do_not_pair_stay_as_printed(title):
    assert f"“{title},” AVİM" in cite(replace(FOUNDING, title=title))
    assert f"«{title}», AVİM" in cite(replace(FOUNDING, title=title), language="ru")
