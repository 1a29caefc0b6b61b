"""A log's entries judged together, bundle after bundle from the first: order, keys, repetitions, and the tree they make.

:class:`Checked` takes the reports of :mod:`kengesh.record.examining` in order and raises at the first bad entry, always the
same one, however many processes examined. It holds the tree that the entries make: what the tiles and the checkpoint must
agree with.
"""

from __future__ import annotations

from kengesh.record.errors import RecordError
from kengesh.record.examining import BundleReport
from kengesh.record.growing import hashes_of
from kengesh.record.keys import KeyHistory, KeyRefused
from kengesh.record.tile import TILE_HEIGHT, TILE_WIDTH
from kengesh.record.tree import HASH_BYTES, parents, root_at
from kengesh.terms.messages import _

DIFFERENCE_BYTES = TILE_WIDTH * HASH_BYTES


class VerificationFailed(RecordError):
    """Something is wrong with a log: `where` names the file or entry, `what` is a sentence."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(_("{where}: {what}").format(where=where, what=what))
        self.where = where
        self.what = what


class Tree:
    """The hashes of all complete subtrees over the leaves given so far, level by level."""

    def __init__(self) -> None:
        self._levels: list[bytearray] = [bytearray()]

    @property
    def size(self) -> int:
        """The number of leaves."""
        return len(self._levels[0]) // HASH_BYTES

    def add(self, leaves: bytes) -> None:
        """Add leaf hashes, one string of 32 bytes each."""
        self._levels[0] += leaves
        for level, hashes in enumerate(self._levels):
            done = len(self._levels[level + 1]) * 2 if level + 1 < len(self._levels) else 0
            new = parents(bytes(hashes[done:]))
            if not new:
                return
            if level + 1 == len(self._levels):
                self._levels.append(bytearray())
            self._levels[level + 1] += new

    def read(self, level: int, index: int) -> bytes:
        """Return the root of a complete subtree."""
        return bytes(self._levels[level][index * HASH_BYTES : (index + 1) * HASH_BYTES])

    def tile(self, level: int, index: int, width: int) -> bytes:
        """Return the bytes that this tile must have; shorter when the tree does not reach so far."""
        height = level * TILE_HEIGHT
        if height >= len(self._levels):
            return b""
        start = index * TILE_WIDTH * HASH_BYTES
        return bytes(self._levels[height][start : start + width * HASH_BYTES])

    def first_difference(self, other: Tree) -> int | None:
        """Return the first leaf that the two trees have differently, None when one begins with the other."""
        mine, others = bytes(self._levels[0]), bytes(other._levels[0])
        end = min(len(mine), len(others))
        for start in range(0, end, DIFFERENCE_BYTES):
            stop = min(start + DIFFERENCE_BYTES, end)
            if mine[start:stop] != others[start:stop]:
                places = range(start, stop, HASH_BYTES)
                differs = (at for at in places if mine[at : at + HASH_BYTES] != others[at : at + HASH_BYTES])
                return next(differs) // HASH_BYTES
        return None

    def root(self, size: int) -> bytes:
        """Return the root over the first `size` leaves."""
        return root_at(size, self)


class Checked:
    """What is known to be good of a log so far."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.tree = Tree()
        self.keys = KeyHistory()
        self.entered_at = ""
        self.texts: dict[bytes, int] = {}
        self.blobs: dict[
            str, dict[int, int]
        ] = {}  # SHA-256 -> each length that is named, and by which entry first
        self._roots: dict[int, bytes] = {}

    @property
    def size(self) -> int:
        """How many entries are good so far."""
        return self.tree.size

    def take(self, report: BundleReport) -> None:
        """Take in the next bundle; of a bundle that was taken in part, only the rest. Raises VerificationFailed."""
        if report.bad_bundle:
            raise VerificationFailed(report.path, report.why)
        skip = self.size - report.start
        texts = hashes_of(report.texts)
        start = self.size
        if not self._take_at_once(report, texts, skip):
            for place in range(skip, report.entries):
                self._take_one(report, place, texts[place])
        self.texts.update(zip(texts[skip:], range(start, start + len(texts)), strict=False))
        self.tree.add(report.leaves[(self.size - report.start) * HASH_BYTES :])
        if report.bad_entry is not None:
            raise bad_entry(report, report.bad_entry, report.why)
        for entry, digest, length in report.blobs:
            self.blobs.setdefault(digest, {}).setdefault(length, entry)

    def _take_at_once(self, report: BundleReport, texts: list[bytes], skip: int) -> bool:
        """Judge a bundle as a whole, which is fast; False if it must be gone through entry by entry."""
        moments = report.moments[skip:]
        if skip or not report.index or report.acts_of or report.bad_entry is not None or not moments:
            return False
        if moments[0] < self.entered_at or moments != sorted(moments):
            return False
        if len(set(texts)) != len(texts) or not self.texts.keys().isdisjoint(texts):
            return False
        try:
            for signers in report.signers_listed:
                self.keys.check_signers(report.start, signers, ())
        except KeyRefused:
            return False
        for size, root in report.seen_listed:
            if size > report.start or self._root(size) != root:
                return False
        self.entered_at = moments[-1]
        return True

    def _take_one(self, report: BundleReport, place: int, text: bytes) -> None:
        index = report.start + place
        moment = report.moments[place]
        if moment < self.entered_at:
            says = _("it is dated {at}, before the entry before it ({before}).")
            raise bad_entry(report, index, says.format(at=moment, before=self.entered_at))
        known = self.texts.get(text)
        if known is not None:
            raise bad_entry(report, index, _("its text is that of entry {known}.").format(known=known))
        self.texts[text] = index
        size, root = report.seen_listed[report.seen[place]]
        self._check_seen(report, index, size, root)
        signers = report.signers_listed[report.signers[place]]
        acts = report.acts_of.get(index, ())
        try:
            self.keys.check_signers(index, signers, acts)
            if acts or not index:
                self.keys.take(index, acts or ({},), signers, self.origin)
        except KeyRefused as error:
            raise bad_entry(report, index, str(error)) from None
        self.entered_at = moment

    def _check_seen(self, report: BundleReport, index: int, size: int, root: bytes) -> None:
        if size > index:
            says = _("it was signed in view of {seen} entries, more than came before it.")
            raise bad_entry(report, index, says.format(seen=size))
        if size > self.size:  # entries of this very bundle: add them to see
            self.tree.add(
                report.leaves[(self.size - report.start) * HASH_BYTES : (size - report.start) * HASH_BYTES]
            )
        if self._root(size) != root:
            says = _(
                "it was signed in view of another log: the root at {seen} entries is not the one it names."
            )
            raise bad_entry(report, index, says.format(seen=size))

    def _root(self, size: int) -> bytes:
        root = self._roots.get(size)
        if root is None:
            root = self._roots[size] = self.tree.root(size)
        return root


def bad_entry(report: BundleReport, index: int, what: str) -> VerificationFailed:
    """Return what to raise for a bad entry: its number and the file it stands in."""
    return VerificationFailed(_("entry {index} ({file})").format(index=index, file=report.path), what)
