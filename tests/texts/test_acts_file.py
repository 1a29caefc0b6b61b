"""A file of acts: each act, and each mistake by its line and field."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kengesh.texts.reading import acts_file
from kengesh.texts.reading.acts_file import FORMS, read_acts, stated_base
from kengesh.texts.reading.filed import CannotRead, Explicit
from kengesh.texts.rolling import Act


def head_example() -> bytes:
    """The example in the head of the module, which is the format's specification."""
    indented = acts_file.__doc__.split("::\n\n")[1].split("\n\n``words``")[0]
    return re.sub(r"^    ", "", indented, flags=re.MULTILINE).encode()


def test_the_example_in_the_head_is_read_as_it_says():
    filed = read_acts(head_example(), "KAZ.yaml")
    assert filed.filed_at == "2026-11-03T09:00:00Z"
    assert filed.text.units == () and filed.text.language == "en"
    assert filed.explicit == (
        Explicit("reserve", "6", reservation="pending-capital"),
        Explicit("comment", "6", words="annually", text="The frequency depends on paragraph 9."),
        Explicit("bracket", "6", words="annually"),
        Explicit("retain", "5", words="joint"),
        Explicit("support", "5 alt 1", delegation="UZB"),
        Explicit("delete", "4"),
        Explicit("move", "9", after="5"),
        Explicit("replace", "5", words="joint", text="common"),
        Explicit("insert", "5", words="network", text="and customs"),
        Explicit("new", "5", text="Further decide to create a secretariat;"),
        Explicit("alternative", "5", text="Agree to study a regional transport union;"),
        Explicit("withdraw", "5 bis"),
    )
    assert stated_base(head_example(), "KAZ.yaml").startswith("5d41402a")


def test_every_act_of_the_rolling_text_can_be_stated():
    assert set(FORMS) >= set(Act)


def test_values_are_read_as_they_are_written():
    source = (
        'acts:\n- {replace: 5.10, words: "no", text: 2028-01-01}\n- {new: "", text: yes}\n- {reserve: (a)}\n'
    )
    first, second, third = read_acts(source.encode(), "a.yaml").explicit
    assert (first.unit, first.words, first.text) == ("5.10", "no", "2028-01-01")
    assert (second.unit, second.text) == ("", "yes")
    assert (third.unit, third.reservation) == ("(a)", "general")


def test_an_instant_is_told_in_utc():
    assert (
        read_acts(b"filed: 2026-11-03T14:00:00+05:00\nacts: []\n", "a.yaml").filed_at
        == "2026-11-03T09:00:00Z"
    )


def test_without_a_base_none_is_stated():
    assert stated_base(b"acts: []\n", "a.yaml") == ""


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (
            "acts:\n- {reserve: 6}\n- {reserve: 6, colour: red}\n",
            "line 3: the field colour is not known here; known are reserve, kind",
        ),
        ("acts:\n- {comment: 6}\n", "line 2: the act comment needs the field text"),
        ("acts:\n- {move: 9}\n", "line 2: the act move needs the field after"),
        ("acts:\n- {support: 5}\n", "line 2: the act support needs the field of"),
        ("acts:\n- {strike: 5}\n", "line 2: expected one of reserve, comment, .*; found strike"),
        ("acts:\n- {delete: 5, reserve: 5}\n", "line 2: expected one of .*; found delete, reserve"),
        ("acts:\n- delete\n", "line 2: expected fields with their values"),
        ("acts:\n- {delete: [4, 5]}\n", "line 2: delete must be words or a number, and no list"),
        ("acts:\n- {delete: ''}\n", "line 2: the field delete is empty"),
        ("acts:\n- {bracket: 6, words: x, nth: 0}\n", "line 2: nth must be a number from 1"),
        (
            "acts:\n- reserve: 6\n  kind: angry\n",
            "line 3: kind must be one of general, scrutiny, linguistic, pending-capital; found angry",
        ),
        ("acts: {delete: 4}\n", "line 1: acts must be a list"),
        ("base: abc\nacts: []\nacts: []\n", "line 3: the field acts stands twice"),
        (
            "base: abc\nactions: []\n",
            "line 2: the field actions is not known here; known are base, filed, language, acts",
        ),
        ("base: abc\n", "line 1: the field acts is missing"),
        ("filed: 2026-11-03\nacts: []\n", "line 1: filed must be an instant with its zone"),
        ("language: fr\nacts: []\n", "line 1: language must be one of en, tr"),
        ("", "line 1: the file is empty; it needs the field acts"),
        ("acts: [\n", r"line \d: this is not YAML"),
        ("acts:\n- &a {delete: 4}\n- *a\n", r"line 3: an alias \(\*name\) is not read"),
        ("[" * 20 + "]" * 20, "line 1: there are more than 8 lists in one another"),
        ("[" * 200_000, "line 1: (there are more than 8 lists|this is not YAML: exceeded maximum nesting)"),
    ],
)
def test_a_mistake_is_named_by_its_line_and_field(source, says):
    with pytest.raises(CannotRead, match=rf"KAZ\.yaml: {says}"):
        read_acts(source.encode(), "KAZ.yaml")


def test_a_base_that_is_no_hash_is_refused():
    with pytest.raises(CannotRead, match="line 1: base must be the hash of a version"):
        stated_base(b"base: 12 November\nacts: []\n", "a.yaml")


def test_a_file_too_large_for_acts_is_refused():
    with pytest.raises(CannotRead, match="more than the 524288 of a file of acts"):
        read_acts(b" " * (1 << 20), "a.yaml")


@given(
    st.lists(
        st.sampled_from(
            [
                "acts:",
                "- ",
                "{",
                "}",
                "delete: ",
                "5",
                "\n",
                "  ",
                "[",
                "&a ",
                "*a",
                "!!python/object:os.system ",
                "'",
            ]
        )
        | st.text(max_size=4)
    ).map("".join)
)
def test_whatever_is_in_a_file_it_is_read_or_refused(source):
    try:
        filed = read_acts(source.encode("utf-8", "replace"), "a.yaml")
    except CannotRead:
        return
    assert all(act.act in FORMS for act in filed.explicit)
