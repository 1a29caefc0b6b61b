"""One text in one folder: created, added to, opened, and checked."""

from pathlib import Path

import pytest

from kengesh.texts.folder import VersionRefused, add_version, create_folder, open_folder, version
from kengesh.texts.folder_description import Description, NotATextFolder
from kengesh.texts.folder_files import put
from kengesh.texts.translation import LanguagesPart, with_ids_of
from kengesh.texts.units import Place, Text, Unit, UnitKind, written

AT = "2026-10-05T09:00:00Z"
ABOUT = Description(
    id="joint-network",
    title='Declaration on a "joint" network\\',
    negotiating_language="en",
    authentic_languages=("en", "ru"),
    courtesy_languages=("tr",),
)


def text(words: str, language: str = "en") -> Text:
    return Text(language, (Unit("u1", UnitKind.OPERATIVE, words, "1."),))


ZERO, FIRST = text("Decide to meet;"), text("Decide to meet in 2027;")
RUSSIAN = text("постановляют провести встречу;", "ru")


@pytest.fixture
def folder(tmp_path):
    made = create_folder(tmp_path / "joint-network", ABOUT)
    made = add_version(made, ZERO, at=AT, remark="zero draft").folder
    made = add_version(made, RUSSIAN, at=AT, number=1, parent=ZERO.hash).folder
    return add_version(made, FIRST, at=AT, parent=ZERO.hash).folder


def test_a_folder_has_a_file_for_each_version_named_by_number_language_and_hash(folder):
    assert sorted(file.name for file in (folder.path / "versions").iterdir()) == sorted(
        [f"1.en.{ZERO.hash[:12]}.text", f"1.ru.{RUSSIAN.hash[:12]}.text", f"2.en.{FIRST.hash[:12]}.text"]
    )
    assert (folder.path / "versions" / f"2.en.{FIRST.hash[:12]}.text").read_bytes() == written(FIRST)


def test_the_description_is_toml_that_people_can_read(folder):
    assert (folder.path / "text.toml").read_text("utf-8") == (
        'format = "kengesh-text-folder/1"\n'
        'id = "joint-network"\n'
        'title = "Declaration on a \\"joint\\" network\\\\"\n'
        'profile = "mea"\n'
        'negotiating_language = "en"\n'
        'authentic_languages = ["en", "ru"]\n'
        'prevailing_language = ""\n'
        'courtesy_languages = ["tr"]\n'
        + "".join(
            f'\n[[versions]]\nnumber = {number}\nlanguage = "{one.language}"\nhash = "{one.hash}"\n'
            f'parent = "{parent}"\nat = "{AT}"\nremark = "{remark}"\n'
            for number, one, parent, remark in (
                (1, ZERO, "", "zero draft"),
                (1, RUSSIAN, ZERO.hash, ""),
                (2, FIRST, ZERO.hash, ""),
            )
        )
    )


def test_what_is_opened_is_what_was_added(folder):
    again = open_folder(folder.path)
    assert again == folder and again.unknown == ()
    assert again.about.title == ABOUT.title
    assert [version(again, number, language) for number, language in ((1, "en"), (1, "ru"), (2, "en"))] == [
        ZERO,
        RUSSIAN,
        FIRST,
    ]


def test_a_version_that_is_not_there_is_refused_with_those_that_are(folder):
    with pytest.raises(VersionRefused, match="no version 3 in the language en; there are 1 en, 1 ru, 2 en"):
        version(folder, 3, "en")


def test_the_same_bytes_are_said_to_be_there_and_skipped(folder):
    before = (folder.path / "text.toml").read_bytes()
    answer = add_version(folder, ZERO, at="2027-01-01T00:00:00Z")
    assert (answer.new, answer.version.number, answer.folder) == (False, 1, folder)
    assert (folder.path / "text.toml").read_bytes() == before


def test_a_version_is_never_changed(folder):
    with pytest.raises(VersionRefused, match="version 2 in the language en has other words"):
        add_version(folder, text("Other words;"), at=AT, number=2)
    assert open_folder(folder.path) == folder


def test_a_parent_that_is_not_there_is_refused(folder):
    with pytest.raises(VersionRefused, match="the parent .* is not among the versions"):
        add_version(folder, text("Other words;"), at=AT, parent="0" * 64)


@pytest.mark.parametrize("at", ["", "2026-10-05", "2026-10-05T09:00:00+05:00", "yesterday"])
def test_an_instant_that_is_not_in_utc_is_refused(folder, at):
    with pytest.raises(VersionRefused, match=r"\$\.at"):
        add_version(folder, text("Other words;"), at=at)


def test_a_folder_that_another_has_changed_is_refused(folder):
    add_version(folder, text("Theirs;"), at=AT)
    with pytest.raises(VersionRefused, match="open it again"):
        add_version(folder, text("Ours;"), at=AT)


def test_every_file_that_differs_or_is_missing_is_named(folder):
    names = [one.file_name for one in folder.about.versions]
    (folder.path / "versions" / names[0]).write_bytes(written(text("Forged;")))
    (folder.path / "versions" / names[2]).unlink()
    with pytest.raises(NotATextFolder) as refused:
        open_folder(folder.path)
    first, second = str(refused.value).split("\n")
    assert names[0] in first and "differs" in first and ZERO.hash in first
    assert names[2] in second and "missing" in second
    with pytest.raises(VersionRefused, match="differs"):
        version(folder, 1, "en")


def test_files_that_the_description_does_not_name_are_told_and_left_alone(folder):
    (folder.path / "versions" / "notes.txt").write_text("mine")
    (folder.path / "letter.docx").write_bytes(b"")
    assert open_folder(folder.path).unknown == ("letter.docx", "versions/notes.txt")
    assert (folder.path / "versions" / "notes.txt").read_text() == "mine"


def test_after_a_stop_between_the_version_and_the_description_the_version_can_be_added_again(folder):
    third = text("Decide to meet in 2028;")
    file = folder.path / "versions" / f"3.en.{third.hash[:12]}.text"
    file.write_bytes(written(third))
    opened = open_folder(folder.path)
    assert opened.unknown == (f"versions/{file.name}",)
    added = add_version(opened, third, at=AT)
    assert (added.new, added.version.number, added.folder.unknown) == (True, 3, ())


def test_a_strangers_file_in_the_place_of_a_version_is_refused_and_kept(folder):
    third = text("Decide to meet in 2028;")
    file = folder.path / "versions" / f"3.en.{third.hash[:12]}.text"
    file.write_bytes(b"mine")
    with pytest.raises(VersionRefused, match="take it away first"):
        add_version(open_folder(folder.path), third, at=AT)
    assert file.read_bytes() == b"mine"


def test_nothing_is_left_of_a_file_that_could_not_be_written(tmp_path):
    put(tmp_path / "a", b"one")
    with pytest.raises(FileExistsError):
        put(tmp_path / "a", b"two")
    put(tmp_path / "a", b"one")
    put(tmp_path / "a", b"three", again=True)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", b"three")]


def test_a_folder_is_not_made_where_something_is(tmp_path):
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file"):
        with pytest.raises(NotATextFolder, match="something here already"):
            create_folder(path, ABOUT)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("kengesh-text-folder/1", "kengesh-text-folder/2"), r"\$\.format"),
        (('"mea"', '"eu"'), r"\$\.profile"),
        (('["en", "ru"]', '["en", "fr"]'), r"\$\.authentic_languages"),
        (
            ('prevailing_language = ""', 'prevailing_language = "kk"'),
            "the prevailing language kk is not among the authentic ones",
        ),
        (('["tr"]', '["ru"]'), "ru cannot be both authentic and a courtesy"),
        (("number = 2", "number = 1"), "stands twice"),
        (("remark", "comment"), "unknown field"),
        (('id = "joint', "id = joint"), "cannot be read"),
    ],
)
def test_a_description_that_is_wrong_is_refused_with_the_field(folder, change, says):
    file = folder.path / "text.toml"
    file.write_text(file.read_text("utf-8").replace(*change, 1), "utf-8")
    with pytest.raises(NotATextFolder, match=says):
        open_folder(folder.path)


def test_a_parent_that_was_taken_out_is_told(folder):
    file = folder.path / "text.toml"
    file.write_text(
        file.read_text("utf-8").replace(f'parent = "{ZERO.hash}"', f'parent = "{"0" * 64}"', 1), "utf-8"
    )
    with pytest.raises(NotATextFolder, match="the parent 0000.* of version 1 is not among the versions"):
        open_folder(folder.path)


def test_a_folder_without_a_description_is_none_of_a_text(tmp_path):
    with pytest.raises(NotATextFolder, match=r"it has no file text\.toml"):
        open_folder(tmp_path)
    with pytest.raises(NotATextFolder, match=r"it has no file text\.toml"):
        open_folder(Path(tmp_path / "nowhere"))


ORIGINAL = Text(
    "en",
    (
        Unit("u1", UnitKind.TITLE, "Declaration⁅f7⁆"),
        Unit("f7", UnitKind.FOOTNOTE, "Exercise."),
        Unit("u5", UnitKind.OPERATIVE, "Decide to meet;", "1."),
        Unit("u8", UnitKind.CELL, "1200", place=Place("t4", 1, 1)),
    ),
)
TRANSLATION = Text(
    "ru",
    (
        Unit("u1", UnitKind.TITLE, "Декларация⁅f1⁆"),
        Unit("f1", UnitKind.FOOTNOTE, "Упражнение."),
        Unit("u3", UnitKind.OPERATIVE, "постановляют провести встречу;", "1)"),
        Unit("u4", UnitKind.CELL, "1200", place=Place("t1", 1, 1)),
    ),
)


def test_a_translation_takes_the_identities_of_the_original_and_keeps_its_words_and_numbers():
    assert with_ids_of(TRANSLATION, ORIGINAL) == Text(
        "ru",
        (
            Unit("u1", UnitKind.TITLE, "Декларация⁅f7⁆"),
            Unit("f7", UnitKind.FOOTNOTE, "Упражнение."),
            Unit("u5", UnitKind.OPERATIVE, "постановляют провести встречу;", "1)"),
            Unit("u8", UnitKind.CELL, "1200", place=Place("t4", 1, 1)),
        ),
    )


def test_a_translation_that_parts_from_the_original_is_refused_at_the_first_such_unit():
    shorter = TRANSLATION.with_units(TRANSLATION.units[:3])
    with pytest.raises(
        LanguagesPart, match=r"unit 4: the original has T1 R1 C1 .*“1200”, the translation nothing more"
    ):
        with_ids_of(shorter, ORIGINAL)
    longer = TRANSLATION.with_units([*TRANSLATION.units, Unit("u9", UnitKind.PARAGRAPH, "Ещё.")])
    with pytest.raises(LanguagesPart, match="unit 5: the original has nothing more, the translation Абз. 1"):
        with_ids_of(longer, ORIGINAL)
    other = TRANSLATION.with_units([*TRANSLATION.units[:2], Unit("u3", UnitKind.PREAMBULAR, "отмечая рост,")])
    with pytest.raises(LanguagesPart, match=r"unit 3: .*operative.*preambular"):
        with_ids_of(other, ORIGINAL)
