"""Make the Word files of the worked example of ``kengesh.texts`` from its base text and its list of changes.

python tools/make_text_example.py            writes kengesh/texts/example/*.docx
python tools/make_text_example.py --check    writes nothing; leaves with 1 if a file differs or is missing

The same bytes come out on every run and on every machine: no clock, no chance, nothing that depends on a library's version.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import yaml
from text_example.base_text import read_base
from text_example.changes import changed
from text_example.looks import BASE_LOOK, LOOKS
from text_example.word_package import About, word_file

EXAMPLE = Path(__file__).resolve().parent.parent / "kengesh" / "texts" / "example"
LANGUAGES = ("en", "ru", "tr")
_CIRCULATED = "2026-09-01T08:00:00Z"
_SYMBOL = "EX/2026/L.1"


def submissions() -> dict[str, dict[str, Any]]:
    """Return the list of changes, by delegation."""
    found: dict[str, dict[str, Any]] = yaml.safe_load((EXAMPLE / "changes.yaml").read_text(encoding="utf-8"))
    return found


def files() -> dict[str, bytes]:
    """Return the bytes of every Word file of the example, by its name."""
    made = {}
    for language in LANGUAGES:
        base = read_base(EXAMPLE / f"base.{language}.md", language)
        about = About(_SYMBOL, "Exercise secretariat", _CIRCULATED, _CIRCULATED)
        made[f"base.{language}.docx"] = word_file(base, BASE_LOOK, about)
    base = read_base(EXAMPLE / "base.en.md", "en")
    for delegation, submission in submissions().items():
        about = About(
            symbol=f"{_SYMBOL}, {delegation}",
            author=submission["authors"][-1],
            created=_CIRCULATED,
            modified=f"{submission['filed'].isoformat()}T16:00:00Z",
            tracking=submission["tracked"],
        )
        made[f"{delegation}.docx"] = word_file(changed(base, submission), LOOKS[submission["look"]], about)
    return made


def main() -> None:
    """Write the files, or say which differ from what is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; leave with 1 if a file differs")
    check = parser.parse_args().check
    for name, data in files().items():
        file = EXAMPLE / name
        if file.is_file() and file.read_bytes() == data:
            continue
        if check:
            sys.exit(
                f"{file} differs from what is made from the list of changes; run tools/make_text_example.py."
            )
        file.write_bytes(data)
        print(file)


if __name__ == "__main__":
    main()
