"""The interface speaks nine languages: every sentence of the source is translated in each, none is doubtful, none is stale."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import gettext, in_language, ngettext

ROOT = Path(__file__).resolve().parent.parent
OURS = [language for language in LANGUAGES if language != "en"]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_catalogues", ROOT / "tools" / "make_catalogues.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def source(tool: ModuleType) -> Any:
    return tool.collected()


@pytest.mark.parametrize("language", OURS)
def test_no_sentence_is_untranslated_doubtful_or_has_other_placeholders(
    tool: ModuleType, source: Any, language: str
) -> None:
    made = tool.brought_up_to_date(language, source)
    assert list(tool.faults(language, made)) == []
    assert list(tool.stale(language, made)) == []


def test_the_sentences_of_templates_and_of_code_are_found(source: Any) -> None:
    assert source.get("Skip to the text") and source.get("not known") and source.get("Kept by") is None
    assert len(source) > 1_000


def test_what_is_wrong_with_a_catalogue_is_found(tool: ModuleType, source: Any) -> None:
    made = tool.brought_up_to_date("kk", source)
    made.get("not known").string = ""
    made.get("{name} ({id})").string = "{nom} ({id})"
    made.get("Skip to the text").string = "Мәтінге өту "
    says = "\n".join(tool.faults("kk", made))
    assert "'not known' is untranslated" in says
    assert "other placeholders" in says and "another blank" in says


@pytest.mark.parametrize("language", OURS)
def test_no_translation_is_the_english_sentence(tool: ModuleType, source: Any, language: str) -> None:
    same = []
    for message in tool.brought_up_to_date(language, source):
        id_ = message.id if isinstance(message.id, str) else message.id[0] if message.id else ""
        words = re.findall(
            r"[A-Za-z]{3,}", re.sub(r"{[^}]*}|%\(\w+\)s|`[^`]*`|--?[a-z-]+|[A-Z]{2,}", "", id_)
        )
        string = message.string if isinstance(message.string, str) else message.string[0]
        if len(words) > 2 and string == id_:
            same.append(id_)
    assert same == []


@pytest.mark.parametrize("language", OURS)
def test_a_number_is_in_its_sentence_in_every_form(language: str) -> None:
    with in_language(language):
        assert gettext("not known") != "not known"
        for count in (0, 1, 2, 5, 11, 21, 101):
            assert str(count) in ngettext("%(count)s entry", "%(count)s entries", count) % {"count": count}
