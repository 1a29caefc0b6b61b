"""Messages: English without a catalogue, another language with one, and nothing read before it is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextvars import copy_context
from pathlib import Path
from struct import pack

import pytest

from kengesh.terms import messages
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _, in_language, language_in_use, ngettext, pgettext, use_language


def catalogue(entries: dict[str, str]) -> bytes:
    """A catalogue in the binary format of GNU gettext: header, two tables, the strings."""
    ordered = sorted((one.encode(), two.encode()) for one, two in entries.items())
    keys, values = [key for key, _value in ordered], [value for _key, value in ordered]
    at = 28 + 16 * len(ordered)
    tables: list[bytes] = []
    for text in (*keys, *values):
        tables.append(pack("<2I", len(text), at))
        at += len(text) + 1
    head = pack("<7I", 0x950412DE, 0, len(ordered), 28, 28 + 8 * len(ordered), 0, 0)
    return head + b"".join(tables) + b"".join(text + b"\0" for text in (*keys, *values))


TERMS = Path(messages.__file__).parent
HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n > 1;\n"
TURKISH = {
    "": HEADER,
    "a day": "bir gün",
    "{n} state\0{n} states": "{n} devlet\0{n} devletler",
    "verb\4table": "sunmak",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_catalogue_every_language_speaks_english(language):
    with in_language(language):
        assert _("a sentence that no catalogue has.") == "a sentence that no catalogue has."
        assert [ngettext("{n} state", "{n} states", n) for n in (0, 1, 2)] == [
            "{n} states",
            "{n} state",
            "{n} states",
        ]
        assert pgettext("verb", "a word that no catalogue has") == "a word that no catalogue has"


@pytest.mark.parametrize("form", ["folder", "archive"])
def test_with_a_catalogue_sentences_come_in_its_language_and_missing_ones_in_english(tmp_path, form):
    package = tmp_path / "kengesh"
    shutil.copytree(TERMS, package / "terms", ignore=shutil.ignore_patterns("__pycache__", "data"))
    (package / "__init__.py").touch()
    found = package / "locale" / "tr" / "LC_MESSAGES" / "kengesh.mo"
    found.parent.mkdir(parents=True)
    found.write_bytes(catalogue(TURKISH))
    if form == "archive":
        place = shutil.make_archive(str(tmp_path / "all"), "zip", tmp_path, "kengesh")
        shutil.rmtree(package)
    else:
        place = str(tmp_path)
    program = """
from kengesh.terms.messages import _, in_language, ngettext, pgettext
for language in ("tr", "kk", "en"):
    with in_language(language):
        print(_("a day"), ngettext("{n} state", "{n} states", 6), pgettext("verb", "table"), _("a year"), sep="; ")
"""
    environment = os.environ | {"PYTHONPATH": place, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    in_english = "a day; {n} states; table; a year"
    assert done.stdout.splitlines() == ["bir gün; {n} devletler; sunmak; a year", in_english, in_english], (
        done.stderr
    )


def test_the_earlier_language_is_spoken_again_after_the_block_even_after_an_error():
    with pytest.raises(RuntimeError), in_language("kk"):
        assert language_in_use() == "kk"
        raise RuntimeError
    assert language_in_use() == "en"


def test_the_choice_belongs_to_its_context_alone():
    copy_context().run(use_language, "uz")
    assert language_in_use() == "en"


def test_a_language_that_is_not_ours_is_refused_and_changes_nothing():
    with pytest.raises(ValueError, match="de is not a language of the interface; choose one of en, tr"):
        use_language("de")
    assert language_in_use() == "en"


def test_importing_reads_no_file_of_data_and_dates_need_neither_json_nor_csv():
    program = """
import sys
opened = []
sys.addaudithook(lambda event, of: opened.append(str(of[0])) if event == "open" else None)
import kengesh.terms.dates
assert not {"json", "csv", "importlib.resources", "babel"} & set(sys.modules), "too much for a date"
import kengesh.terms.citations, kengesh.terms.glossary, kengesh.terms.identifiers, kengesh.terms.names
import kengesh.terms.states, kengesh.terms.texts
assert "babel" not in sys.modules
assert not [path for path in opened if "/data/" in path.replace("\\\\", "/") or "locale" in path], opened
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
