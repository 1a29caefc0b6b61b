"""The submissions that a command line names: ``KAZ=kaz.docx``, ``KAZ@2026-11-03T09:00Z=kaz.docx``, ``KAZ=acts.yaml``.

A delegation has one text, one file of acts, or both. The order of the arguments is the order of filing where the files carry
no time; a time after ``@`` is the one that counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from itertools import count
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, structs

from kengesh.cli.output import counting, fail
from kengesh.cli.text.opening import is_rolling_word, opened, read_bytes_of, with_text
from kengesh.terms.folding import fold
from kengesh.terms.languages import LANGUAGES
from kengesh.terms.messages import _, language_in_use
from kengesh.terms.states import state_codes, state_name, states
from kengesh.texts.compiling.submission import FiledTwice, Submission, WhoseIsIt
from kengesh.texts.reading.acts_file import stated_base
from kengesh.texts.reading.by_ending import read_file
from kengesh.texts.reading.filed import CannotRead, Filed
from kengesh.texts.rolling import RollingText
from kengesh.texts.units import Text

ACTS = (".yaml", ".yml")
NEAREST = 3
_NAMED = re.compile(r"(?P<code>[^=@/\\.]*)(?:@(?P<at>[^=/\\]*))?=(?P<file>.+)", re.DOTALL)
_GROUP = re.compile(r"[A-Z][A-Z0-9-]{1,11}")

Groups = Mapping[str, tuple[str, ...]]


class FiledFile(NamedTuple):
    """One argument: whose file it is, and when it was filed where that was said."""

    delegation: str
    at: str
    path: Path


class Filing(Struct, frozen=True):
    """The files of one delegation, read; `files` as they were named."""

    submission: Submission
    files: tuple[Path, ...]


def declared(groups: Sequence[str]) -> Groups:
    """Return the groups that ``--group`` declares: their members by their codes."""
    found: dict[str, tuple[str, ...]] = {}
    for one in groups:
        code, parted, members = one.partition("=")
        names = tuple(member.strip() for member in members.split(",") if member.strip())
        if not parted or not _GROUP.fullmatch(code) or not names:
            says = _("--group: expected a code of capitals and its states, as in CA5=KAZ,KGZ; found {found}.")
            fail(says.format(found=one))
        if code in state_codes() or code in found:
            fail(_("--group: the code {code} is taken; choose another.").format(code=code))
        for member in names:
            if member not in state_codes():
                fail(_("{option}: {why}").format(option="--group", why=unknown(member, {})))
        found[code] = names
    return found


def known_code(code: str, groups: Groups) -> str:
    """Return a code that is a state's or a declared group's; leave with the nearest ones where it is neither."""
    if code not in state_codes() and code not in groups:
        fail(unknown(code, groups))
    return code


def unknown(code: str, groups: Groups) -> str:
    """Return the sentence about a code that is nobody's."""
    near = ", ".join(_nearest(code, groups))
    says = _("{code} is no state's code (ISO 3166 alpha-3) and no declared group.").format(code=code)
    if near:
        return says + " " + _("Near it: {codes}.").format(codes=near)
    return says + " " + _("Declare a group with --group {code}=KAZ,KGZ.").format(code=code or "CODE")


def named_files(words: Sequence[str], groups: Groups) -> list[FiledFile]:
    """Return what the arguments name. Raises WhoseIsIt for a file without a delegation, FiledTwice."""
    found = [_named(word, groups) for word in words]
    seen: set[tuple[str, bool]] = set()
    for one in found:
        kind = (one.delegation, one.path.suffix.lower() in ACTS)
        if kind in seen:
            raise FiledTwice(one.delegation)
        seen.add(kind)
    return found


def read_filings(
    words: Sequence[str],
    base: Text,
    older: Mapping[str, Text],
    groups: Groups,
    earlier: RollingText | None = None,
) -> list[Filing]:
    """Read the files that the arguments name, in the language of the base; they come after those of an earlier rolling text.

    Raises CannotRead, WhoseIsIt, FiledTwice.
    """
    files = named_files(words, groups)
    by_delegation: dict[str, list[FiledFile]] = {}
    for one in files:
        by_delegation.setdefault(one.delegation, []).append(one)
    for code in older:
        if code not in by_delegation:
            fail(_("--older: {code} files nothing here.").format(code=code))
    before = earlier.filings if earlier is not None else ()
    without_time = count(max((one.order + 1 for one in before if not one.filed_at), default=0))
    return list(_read(by_delegation, base, older, len(files), without_time))


def instant(stated: str, says: str) -> str:
    """Return an instant in UTC to the second; leave with a sentence, which `says` begins, where it is none."""
    try:
        at = datetime.fromisoformat(stated)
        if at.tzinfo is None:
            raise ValueError
    except ValueError:
        expected = _("{what}: expected an instant with its zone, as 2026-11-03T09:00Z; found {found}.")
        fail(expected.format(what=says, found=stated))
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _named(word: str, groups: Groups) -> FiledFile:
    found = _NAMED.fullmatch(word)
    if found is None:
        path = Path(word)
        raise WhoseIsIt(path.name, _read_text_or_acts(path, None).authors)
    code = known_code(found["code"], groups)
    at = "" if found["at"] is None else instant(found["at"], code)
    return FiledFile(code, at, Path(found["file"]))


def _nearest(code: str, groups: Groups) -> list[str]:
    """Return the codes that may have been meant: by their letters, or by the name of the state in any language."""
    known = [*groups, *states()]
    named = {state_name(one, language).casefold(): one for one in states() for language in LANGUAGES}
    folded = fold(code).upper()  # КАЗ, typed on a Russian keyboard, is KAZ
    meant = next((one for one in (code.upper(), folded) if one in known), named.get(code.casefold()))
    if meant is not None:
        return [meant]
    near = get_close_matches(folded, known, NEAREST, 0.6)
    names = {
        name: one for name, one in named.items() if name == state_name(one, language_in_use()).casefold()
    }
    near += [names[name] for name in get_close_matches(code.casefold(), names, NEAREST, 0.8)]
    return list(dict.fromkeys(near))[:NEAREST]


def _read(
    by_delegation: Mapping[str, Sequence[FiledFile]],
    base: Text,
    older: Mapping[str, Text],
    total: int,
    without_time: Iterator[int],
) -> Iterator[Filing]:
    progress, done = counting(_("files read")), 0
    for code, files in by_delegation.items():
        own = older.get(code)
        read = []
        for one in files:
            read.append(_read_one(one, own or base))
            done += 1
            progress(done, total)
        filed, said = _together(read, files), next((one.at for one in files if one.at), "")
        order = 0 if said or filed.filed_at else next(without_time)  # counted for these alone
        submission = Submission(delegation=code, filed=filed, base=own, filed_at=said, order=order)
        yield Filing(submission, tuple(one.path for one in files))


def _read_one(one: FiledFile, base: Text) -> Filed:
    filed = _read_text_or_acts(one.path, base.language)
    if one.path.suffix.lower() in ACTS:
        _written_against(one, base)
    elif filed.text.language != base.language:
        says = _("{file}: it is in the language {found}, and the base is in {expected}.")
        raise CannotRead(says.format(file=one.path, found=filed.text.language, expected=base.language))
    return filed


def _read_text_or_acts(path: Path, language: str | None) -> Filed:
    if path.suffix.lower() in ACTS:
        return read_file(path, language)
    found = opened(path, language)
    if found.rolling is not None or is_rolling_word(path):
        says = _(
            "{file}: this is a rolling text of several delegations; name the text that one of them filed."
        )
        raise CannotRead(says.format(file=path))
    return with_text(found).filed


def _written_against(one: FiledFile, base: Text) -> None:
    """Refuse a file of acts that says that it was written against another version."""
    stated = stated_base(read_bytes_of(one.path), one.path.name)
    if stated and not base.hash.startswith(stated):
        says = _(
            "{file}: it is written against the version {stated}, and the base is {base}; name that version: --older {code}=FILE."
        )
        raise CannotRead(
            says.format(file=one.path, stated=stated[:12], base=base.hash[:12], code=one.delegation)
        )


def _together(read: Sequence[Filed], files: Sequence[FiledFile]) -> Filed:
    """Return the text and the acts of one delegation as one; the time that the acts state is the one that counts."""
    if len(read) == 1:
        return read[0]
    acts_first = files[0].path.suffix.lower() in ACTS
    acts, text = read if acts_first else reversed(read)
    return structs.replace(
        text,
        explicit=(*text.explicit, *acts.explicit),
        findings=(*text.findings, *acts.findings),
        filed_at=acts.filed_at or text.filed_at,
        file_name=f"{text.file_name}, {acts.file_name}",
    )
