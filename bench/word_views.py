"""How often a reader's accepted and rejected views of a Word file equal LibreOffice's, on generated files.

python -m bench.word_views [--files 60] [--seed 4]

The words of paragraphs and cells are compared, in their order; numbers of lists, footnotes and runs of blanks are left out,
since not every library has them. A library that has one view alone is asked for that one.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table
from docx2python import docx2python
from docx2python.iterators import iter_paragraphs
from docx_revisions import RevisionDocument

from bench.machine import describe_machine, median_seconds, show
from kengesh.texts.word.reading import read_word
from tests.texts.word.corpus import corpus
from tests.texts.word.office import views
from tests.texts.word.plain import blanks_as_one, lines, words_of

Lines = list[str]
Reader = Callable[[bytes], tuple[Lines | None, Lines | None]]
_FOOTNOTE = re.compile(r"----footnote\d+----|⁅[^⁆]*⁆|\*")
_LABEL = re.compile(r"^\t*(?:--|[0-9a-zA-Z]+\))\t")  # what docx2python writes before a numbered paragraph
RUNS = 3


def main() -> None:
    """Make the files, have LibreOffice read them, then each reader."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--files", type=int, default=60)
    asked.add_argument("--seed", type=int, default=4)
    options = asked.parse_args()
    soffice = shutil.which("soffice")
    if soffice is None:
        sys.exit("LibreOffice is not installed: make test-tools installs it where the machine lets it.")
    files = corpus(options.files, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        theirs = views(soffice, files, Path(folder))
    expected = [
        (words(blanks_as_one(accepted)), words(blanks_as_one(rejected))) for accepted, rejected in theirs
    ]
    print(
        f"Views of {len(files)} generated Word files that equal LibreOffice's: accepted, rejected, seconds for all"
    )
    print(f"  {describe_machine('lxml', 'python-docx', 'docx-revisions', 'docx2python')}", flush=True)
    for name, reader in READERS.items():
        found = [reader(data) for data in files]
        shares = [share([one[at] for one in found], [one[at] for one in expected]) for at in (0, 1)]
        took = median_seconds(lambda reader=reader: [reader(data) for data in files], RUNS)  # type: ignore[misc]
        show(name, f"accepted {shares[0]}   rejected {shares[1]}   {took:5.2f} s")


def share(found: Sequence[Lines | None], expected: Sequence[Lines]) -> str:
    """Return for how many files a view is the one expected, and how many paragraphs; a dash where there is no such view."""
    if None in found:
        return f"{'—':>11}"
    pairs = [(one or [], other) for one, other in zip(found, expected, strict=True)]
    files = sum(one == other for one, other in pairs) / len(pairs)
    paragraphs = sum((Counter(one) & Counter(other)).total() for one, other in pairs) / sum(
        map(len, expected)
    )
    return f"{files:4.0%} ({paragraphs:4.0%})"


def words(found: Sequence[str]) -> Lines:
    """Return the words of paragraphs and cells."""
    body = (words_of(line) for line in found if not line.startswith("f|"))
    return plain(body)


def plain(found: Sequence[str] | Iterator[str]) -> Lines:
    """Return lines of words alone: no footnotes' marks, no empty lines, hyphens and blanks as one."""
    cleared = (" ".join(_FOOTNOTE.sub("", line).replace("\u2011", "-").split()) for line in found)
    return [line for line in cleared if line]


def ours(data: bytes) -> tuple[Lines | None, Lines | None]:
    """Both views, by Kengesh."""
    filed = read_word(data, "file.docx", "en")
    return words(lines(filed.text)), words(lines(filed.rejected))


def by_python_docx(data: bytes) -> tuple[Lines | None, Lines | None]:
    """The one text that python-docx has, held against both views."""
    found = plain(body_of(Document(BytesIO(data))))
    return found, found


def by_docx_revisions(data: bytes) -> tuple[Lines | None, Lines | None]:
    """All changes accepted, and all rejected, by docx-revisions."""
    accepted, rejected = RevisionDocument(BytesIO(data)), RevisionDocument(BytesIO(data))
    accepted.accept_all()
    rejected.reject_all()
    return plain(body_of(accepted.document)), plain(body_of(rejected.document))


def by_paragraphs_of_docx_revisions(data: bytes) -> tuple[Lines | None, Lines | None]:
    """The accepted and the original text of every paragraph, by docx-revisions; tables come last with it."""
    found = RevisionDocument(BytesIO(data)).all_paragraphs
    return plain(one.accepted_text for one in found), plain(one.original_text for one in found)


def by_docx2python(data: bytes) -> tuple[Lines | None, Lines | None]:
    """The one text that docx2python has: with insertions, without deletions."""
    with docx2python(BytesIO(data)) as content:
        return plain(_LABEL.sub("", one) for one in iter_paragraphs(content.body)), None


def body_of(document: WordDocument) -> Iterator[str]:
    """Yield the text of paragraphs and cells in the order of the file."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (one.text for row in block.rows for cell in row.cells for one in cell.paragraphs)
        else:
            yield block.text


READERS: dict[str, Reader] = {
    "kengesh.texts.word": ours,
    "docx-revisions, after accept_all and reject_all": by_docx_revisions,
    "docx-revisions, accepted_text and original_text": by_paragraphs_of_docx_revisions,
    "docx2python": by_docx2python,
    "python-docx": by_python_docx,
}


if __name__ == "__main__":
    main()
