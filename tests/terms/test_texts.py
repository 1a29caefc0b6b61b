"""Text by language: what is refused, and which language a reader is given."""

from __future__ import annotations

import pytest

from kengesh.terms.texts import TextError, best, check_text

NAME = {"en": {"text": "Astana", "by": "source"}, "kk": {"text": "Астана", "by": "official"}}


def test_text_by_language_with_its_origin_is_accepted():
    check_text(NAME)
    check_text({"tly": {"text": "two\nlines", "by": "ours"}})


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({}, "expected text by language"),
        ("Astana", "expected text by language"),
        (None, "expected text by language"),
        ([NAME], "expected text by language"),
        ({"EN": {"text": "a", "by": "ours"}}, "two or three small letters"),
        ({"english": {"text": "a", "by": "ours"}}, "two or three small letters"),
        ({"en-GB": {"text": "a", "by": "ours"}}, "two or three small letters"),
        ({7: {"text": "a", "by": "ours"}}, "two or three small letters"),
        ({"en": "Astana"}, "exactly the fields text and by"),
        ({"en": {"text": "Astana"}}, "exactly the fields text and by"),
        ({"en": {"text": "Astana", "by": "ours", "note": "x"}}, "exactly the fields text and by"),
        ({"en": {"text": "Astana", "by": "me"}}, "official, source, ours"),
        ({"en": {"text": "Astana", "by": ["ours"]}}, "official, source, ours"),
        ({"en": {"text": "", "by": "ours"}}, "en: the text is empty"),
        ({"en": {"text": " \n ", "by": "ours"}}, "en: the text is empty"),
        ({"en": {"text": 7, "by": "ours"}}, "en: expected words in quotes, found 7"),
        ({"en": {"text": "a\tb", "by": "ours"}}, "character 2 is a control character (U+0009)"),
        ({"en": {"text": "a\x00", "by": "ours"}}, "control character (U+0000)"),
        ({"en": {"text": "a\x85", "by": "ours"}}, "control character (U+0085)"),
        ({"en": {"text": "\ud800", "by": "ours"}}, "control character (U+D800)"),
        ({"tr": {"text": "Tu\u0308rkiye", "by": "ours"}}, "tr: the text is not in Unicode normal form C"),
    ],
)
def test_anything_else_is_refused_with_a_sentence_that_names_the_language(value, says):
    with pytest.raises(TextError) as refusal:
        check_text(value)
    assert says in str(refusal.value)


def test_the_second_language_is_checked_as_the_first():
    with pytest.raises(TextError, match="ru: by is one of"):
        check_text({**NAME, "ru": {"text": "Астана", "by": "somebody"}})


def test_a_reader_is_given_their_language_else_english_else_the_first_of_ours_else_any():
    assert best(NAME, "kk") == ("Астана", "kk", "official")
    assert best(NAME, "uz") == ("Astana", "en", "source")
    value = {
        "uz": {"text": "u", "by": "ours"},
        "tr": {"text": "t", "by": "ours"},
        "aa": {"text": "a", "by": "ours"},
    }
    assert best(value, "en")[1] == "tr"
    assert best({"zh": {"text": "z", "by": "ours"}, "ja": {"text": "j", "by": "ours"}}, "en")[1] == "ja"
