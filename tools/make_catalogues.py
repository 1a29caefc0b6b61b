"""Make the catalogues of messages: collect the sentences of the source, and compile what was translated.

    python tools/make_catalogues.py                       collect and compile, for all languages
    python tools/make_catalogues.py --check               say what is untranslated, doubtful, wrong or out of date; exit 1
    python tools/make_catalogues.py --missing kk          print what kk lacks, as JSON to be filled in
    python tools/make_catalogues.py --fill kk FILE        enter translations from such a JSON

A catalogue is ``kengesh/locale/<language>/LC_MESSAGES/kengesh.po``, which people edit, and beside it the ``.mo`` that is read.
A sentence that has changed is a new sentence: nothing is guessed from an old one, so nothing is ever marked as doubtful.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import DOMAIN, SOURCE_LANGUAGE

PACKAGE = Path(__file__).parent.parent / "kengesh"
METHODS = [("**/site/**.html", "jinja2"), ("**.py", "python")]
JINJA = {"**/site/**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)  # so that the same sentences are the same bytes
PERCENT = re.compile(r"%\((\w+)\)[sd]")
Key = tuple[str, str | tuple[str, str]]


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue."""
    return tuple(code for code in LANGUAGES if code != SOURCE_LANGUAGE)


def folder(language: str) -> Path:
    """Return where the catalogue of a language is."""
    return PACKAGE / "locale" / language / "LC_MESSAGES"


def collected() -> Catalog:
    """Return every sentence of the source, in order."""
    found = Catalog(domain=DOMAIN)
    places: dict[Key, list[tuple[str, int]]] = {}
    remarks: dict[Key, list[str]] = {}
    for file, line, message, comments, context in extract_from_dir(
        PACKAGE, METHODS, JINJA, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        key = (context or "", message if isinstance(message, str) else tuple(message[:2]))
        if not message or key[1] == "":
            continue
        places.setdefault(key, []).append((f"kengesh/{file}", line))
        remarks.setdefault(key, []).extend(comments)
    for (context, message), where in sorted(places.items(), key=lambda one: one[1][0]):
        files = [(file, 0) for file in dict.fromkeys(file for file, _line in where)]
        found.add(message, locations=files, auto_comments=remarks[context, message], context=context or None)
    return found


def catalogue(language: str) -> Catalog:
    """Return the catalogue of a language as it is kept, empty where there is none."""
    file = folder(language) / f"{DOMAIN}.po"
    if not file.exists():
        return Catalog(locale=language, domain=DOMAIN)
    with file.open("rb") as source:
        return read_po(source, locale=language, domain=DOMAIN)


def brought_up_to_date(language: str, source: Catalog) -> Catalog:
    """Return the catalogue of a language with the sentences of the source, and their translations where there are any."""
    old = catalogue(language)
    made = Catalog(locale=language, domain=DOMAIN, project="Kengesh", fuzzy=False, header_comment="")
    made.creation_date = made.revision_date = NO_TIME
    for message in _messages(source):
        known = old.get(message.id, message.context)
        translated = known.string if known is not None and not known.fuzzy else None
        made.add(
            message.id,
            translated if translated is not None else _nothing(message, made),
            locations=message.locations,
            auto_comments=message.auto_comments,
            context=message.context,
            user_comments=known.user_comments if known is not None else (),
        )
    return made


def _messages(found: Catalog) -> Iterator[Message]:
    return (message for message in found if message.id)


def _nothing(message: Message, into: Catalog) -> str | tuple[str, ...]:
    return ("",) * into.num_plurals if message.pluralizable else ""


def as_po(made: Catalog) -> bytes:
    """Write a catalogue as people edit it."""
    out = BytesIO()
    write_po(out, made, width=120, include_lineno=False, omit_header=False, sort_by_file=False)
    dated = re.compile(
        rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator): .*\n', re.MULTILINE
    )
    return dated.sub(b"", out.getvalue())


def as_mo(made: Catalog) -> bytes:
    """Write a catalogue as it is read."""
    out = BytesIO()
    write_mo(out, made, use_fuzzy=False)
    return out.getvalue()


def faults(language: str, made: Catalog) -> Iterator[str]:
    """Yield what is wrong with a catalogue: what is untranslated, and placeholders that are not those of the source."""
    for message in _messages(made):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        source = message.id if isinstance(message.id, tuple) else (message.id,)
        named = f"{language}: {source[0]!r}"
        if not all(forms):
            yield f"{named} is untranslated"
        elif message.fuzzy:
            yield f"{named} is doubtful (fuzzy)"
        else:
            allowed = {names(one) for one in source}
            for form in forms:
                if names(form) not in allowed:
                    yield f"{named}: {form!r} has other placeholders"
                if (
                    source[0][:1].isspace() != form[:1].isspace()
                    or source[0][-1:].isspace() != form[-1:].isspace()
                ):
                    yield f"{named}: {form!r} begins or ends with another blank"


def names(text: str) -> frozenset[str]:
    """Return the names of the placeholders of a sentence, of either form."""
    percent = frozenset(PERCENT.findall(text))
    if percent:
        return percent
    try:
        return frozenset(
            name for _text, name, _form, _conversion in Formatter().parse(text) if name is not None
        )
    except ValueError:
        return frozenset({"not well formed"})


def missing(language: str) -> str:
    """Return what a language lacks, as JSON: a list of objects to be filled in."""
    made = brought_up_to_date(language, collected())
    lacking = []
    for message in _messages(made):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(forms):
            one = {
                "id": message.id,
                "context": message.context,
                "in": [place for place, _line in message.locations],
            }
            if message.auto_comments:
                one["remark"] = " ".join(message.auto_comments)
            one["string"] = [""] * made.num_plurals if message.pluralizable else ""
            lacking.append(one)
    return json.dumps(lacking, ensure_ascii=False, indent=1)


def fill(language: str, file: Path) -> None:
    """Enter translations from JSON; what is for no sentence of the source is passed over and told."""
    made = brought_up_to_date(language, collected())
    for one in json.loads(file.read_text("utf-8")):
        id_ = tuple(one["id"]) if isinstance(one["id"], list) else one["id"]
        message = made.get(id_, one.get("context"))
        if message is None:
            print(f"{file}: no sentence of the source is {id_!r}", file=sys.stderr)
            continue
        forms = one["string"]
        if isinstance(forms, list):  # a language whose forms are all alike may give one
            forms = tuple([*forms, *forms[-1:] * made.num_plurals][: made.num_plurals])
        message.string = forms
    _write(language, made)


def _write(language: str, made: Catalog) -> None:
    folder(language).mkdir(parents=True, exist_ok=True)
    (folder(language) / f"{DOMAIN}.po").write_bytes(as_po(made))
    (folder(language) / f"{DOMAIN}.mo").write_bytes(as_mo(made))


def stale(language: str, made: Catalog) -> Iterator[str]:
    """Yield which files of a language are not those that would be made now."""
    for ending, data in (("po", as_po(made)), ("mo", as_mo(made))):
        file = folder(language) / f"{DOMAIN}.{ending}"
        if not file.exists() or file.read_bytes() != data:
            yield f"{language}: {file.name} is out of date; run: python tools/make_catalogues.py"


def main() -> int:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--missing", metavar="LANGUAGE", choices=languages())
    parser.add_argument("--fill", nargs=2, metavar=("LANGUAGE", "FILE"))
    asked = parser.parse_args()
    if asked.missing:
        print(missing(asked.missing))
        return 0
    if asked.fill:
        fill(asked.fill[0], Path(asked.fill[1]))
        return 0
    wrong = []
    source = collected()
    for language in languages():
        made = brought_up_to_date(language, source)
        if asked.check:
            wrong += [*faults(language, made), *stale(language, made)]
        else:
            _write(language, made)
            lacking = sum(1 for one in faults(language, made))
            print(f"{language}: {len(made)} sentences, {lacking} to be looked at")
    print(*wrong[:40], sep="\n", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
