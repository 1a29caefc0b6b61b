"""Whose key counts at which entry, and who signs the checkpoint of which size: told by the log alone.

Folded from the acts that the record itself understands; every other act is opaque here.

``open-log/1``       entry 0, first act, and only there: the first keys. The first of them is the log's own (party ``log``).
``enrol-key/1``      a key counts for a party from the next entry on; signed by the log's key or a valid key of that party.
``retire-key/1``     a key no longer counts from the next entry on; signed by the log's key or by that key. The log's own key
                     is not retired but handed over.
``hand-over/1``      the log's own key changes; signed by the old key and the new one, both for the party ``log``. In entry n
                     it means: the checkpoint of size n+1 carries both signatures, every later one the new key's.
``withhold-blob/1``  a blob that may be missing; signed by the log's key.

An observed log holds no other act whose voice is ``performed``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from kengesh.record.errors import RecordError
from kengesh.record.note import NoteError, parse_vkey
from kengesh.terms.identifiers import SHA256
from kengesh.terms.messages import _

LOG_PARTY = "log"
OPEN_LOG, ENROL_KEY, RETIRE_KEY = "open-log/1", "enrol-key/1", "retire-key/1"
HAND_OVER, WITHHOLD_BLOB = "hand-over/1", "withhold-blob/1"
RECORD_KINDS = frozenset({OPEN_LOG, ENROL_KEY, RETIRE_KEY, HAND_OVER, WITHHOLD_BLOB})
PERFORMED = "performed"
OBSERVED = "observed"
MODES = (OBSERVED, "official")


class KeyRefused(RecordError):
    """A signer whose key does not count here, or an act about keys that may not stand here."""


@dataclass(frozen=True)
class KeyPeriod:
    """A key counts for a party from the entry `since`, up to but without the entry `until` (None: still)."""

    key: str
    party: str
    since: int
    until: int | None = None


@dataclass(frozen=True)
class LogKey:
    """A key of the log itself and the first size whose checkpoint it signs."""

    key: str
    from_size: int


class KeyHistory:
    """The keys of one log, entry after entry."""

    def __init__(self) -> None:
        self.mode = ""
        self.periods: list[KeyPeriod] = []
        self.log_keys: list[LogKey] = []
        self.withheld: dict[str, str] = {}
        self._now: dict[str, str] = {}  # key -> party, of the keys that count at the next entry

    def check_signers(self, index: int, signers: Sequence[tuple[str, str]], acts: Sequence[Any]) -> None:
        """See that every signer's key counts for its party at this entry. Raises KeyRefused naming the signer."""
        now = self._now
        for party, key in signers:
            if now.get(key) == party or (index == 0 and _opens_with(acts, key, party)):
                continue
            if party == LOG_PARTY and any(_kind(act) == HAND_OVER and act.get("key") == key for act in acts):
                continue
            says = _("the key {key} does not count for the party {party} at entry {entry}.")
            raise KeyRefused(says.format(key=key, party=party, entry=index))

    def take(self, index: int, acts: Sequence[Any], signers: Sequence[tuple[str, str]], origin: str) -> None:
        """Take in one entry whose signers were checked. Raises KeyRefused; the history is then of no more use."""
        if index == 0 and _kind(acts[0]) != OPEN_LOG:
            raise KeyRefused(_("entry 0 must begin with the act open-log/1."))
        now = dict(self._now)
        keys = [key for _party, key in signers]
        for place, act in enumerate(acts):
            if _kind(act) in RECORD_KINDS and act.get("voice") != PERFORMED:
                says = _("{kind}: whoever signs does it, so its voice must be performed.")
                raise KeyRefused(says.format(kind=_kind(act)))
            if self.mode == OBSERVED and act.get("voice") == PERFORMED and _kind(act) not in RECORD_KINDS:
                says = _("{kind}: its voice is performed; an observed log holds what is reported only.")
                raise KeyRefused(says.format(kind=_kind(act)))
            match _kind(act):
                case "open-log/1":
                    self._open(index, place, act, keys, origin, now)
                case "enrol-key/1":
                    self._enrol(index, act, signers, now)
                case "retire-key/1":
                    self._retire(index, act, keys, now)
                case "hand-over/1":
                    self._hand_over(index, act, keys, now)
                case "withhold-blob/1":
                    self._withhold(act, keys)
        self._now = now

    def log_key(self) -> str:
        """Return the key that signs the log's next checkpoint."""
        return self.log_keys[-1].key

    def checkpoint_keys(self, size: int) -> tuple[str, ...]:
        """Return the keys that must all have signed the checkpoint of this size: one, or two at a hand-over."""
        held = [one.key for one in self.log_keys if one.from_size <= size]
        handed_over_here = len(held) > 1 and self.log_keys[len(held) - 1].from_size == size
        return tuple(held[-2:] if handed_over_here else held[-1:])

    def as_json(self) -> str:
        """Return all of it as JSON, for the private database."""
        return json.dumps(
            {
                "mode": self.mode,
                "periods": [asdict(one) for one in self.periods],
                "log_keys": [asdict(one) for one in self.log_keys],
                "withheld": self.withheld,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> KeyHistory:
        """Return what :meth:`as_json` wrote."""
        value = json.loads(text)
        history = cls()
        history.mode, history.withheld = value["mode"], value["withheld"]
        history.periods = [KeyPeriod(**one) for one in value["periods"]]
        history.log_keys = [LogKey(**one) for one in value["log_keys"]]
        history._now = {one.key: one.party for one in history.periods if one.until is None}
        return history

    def _open(
        self, index: int, place: int, act: Any, keys: Sequence[str], origin: str, now: dict[str, str]
    ) -> None:
        if index or place:
            raise KeyRefused(_("the act open-log/1 stands only at the head of entry 0."))
        if act.get("origin") != origin:
            says = _("the act open-log/1 opens the log {other}, not {origin}.")
            raise KeyRefused(says.format(other=act.get("origin"), origin=origin))
        if act.get("mode") not in MODES:
            raise KeyRefused(_("open-log/1: the mode must be observed or official."))
        listed = act.get("keys")
        if not isinstance(listed, list) or not listed:
            raise KeyRefused(_("open-log/1: keys must list the log's own key first."))
        for one in listed:
            key, party = _key_and_party(OPEN_LOG, one)
            self._begin(OPEN_LOG, key, party, 0, now)
        own = _key_and_party(OPEN_LOG, listed[0])
        if own[1] != LOG_PARTY or own[0] not in keys:
            raise KeyRefused(_("open-log/1: its first key must be the party log's, and must sign entry 0."))
        if parse_vkey(own[0]).name != origin:
            raise KeyRefused(_("open-log/1: the name of the log's own key must be the origin."))
        self.mode = str(act["mode"])
        self.log_keys = [LogKey(own[0], 0)]

    def _enrol(self, index: int, act: Any, signers: Sequence[tuple[str, str]], now: dict[str, str]) -> None:
        key, party = _key_and_party(ENROL_KEY, act)
        if party == LOG_PARTY:
            # A second key of the log would still count after the log was handed over.
            raise KeyRefused(_("enrol-key/1: the log's own key changes by hand-over/1 alone."))
        by_the_log = any(signing == self.log_key() for _party, signing in signers)
        by_the_party = any(signs == party and self._now.get(signing) == party for signs, signing in signers)
        if not by_the_log and not by_the_party:
            says = _("enrol-key/1: must be signed by the log's key or by a key of {party}.")
            raise KeyRefused(says.format(party=party))
        self._begin(ENROL_KEY, key, party, index + 1, now)

    def _retire(self, index: int, act: Any, keys: Sequence[str], now: dict[str, str]) -> None:
        key = act.get("key")
        if key not in now:
            raise KeyRefused(_("retire-key/1: the key {key} does not count now.").format(key=key))
        if key == self.log_key():
            raise KeyRefused(_("retire-key/1: the log's own key is not retired; use hand-over/1."))
        if self.log_key() not in keys and key not in keys:
            raise KeyRefused(_("retire-key/1: must be signed by the log's key or by the key itself."))
        self._end(key, index + 1, now)

    def _hand_over(self, index: int, act: Any, keys: Sequence[str], now: dict[str, str]) -> None:
        key, old = act.get("key"), self.log_key()
        if _parsed(HAND_OVER, key) != self.log_keys[0].key.split("+")[0]:
            raise KeyRefused(_("hand-over/1: the name of the new key must be the origin."))
        if old not in keys or key not in keys:
            raise KeyRefused(_("hand-over/1: must be signed by the log's key and by the new one."))
        if self.log_keys[-1].from_size == index + 1:
            raise KeyRefused(_("hand-over/1: an entry hands the log over once."))
        self._end(old, index + 1, now)
        self._begin(HAND_OVER, key, LOG_PARTY, index + 1, now)
        self.log_keys.append(LogKey(key, index + 1))

    def _withhold(self, act: Any, keys: Sequence[str]) -> None:
        digest = act.get("sha256")
        if not isinstance(digest, str) or not SHA256.fullmatch(digest):
            raise KeyRefused(_("withhold-blob/1: sha256 must be 64 hexadecimal digits."))
        if self.log_key() not in keys:
            raise KeyRefused(_("withhold-blob/1: must be signed by the log's key."))
        self.withheld[digest] = str(act.get("because", ""))

    def _begin(self, kind: str, key: str, party: str, since: int, now: dict[str, str]) -> None:
        if any(one.key == key for one in self.periods):
            says = _("{kind}: the key {key} counts already or counted before; a key is never used again.")
            raise KeyRefused(says.format(kind=kind, key=key))
        now[key] = party
        self.periods.append(KeyPeriod(key, party, since))

    def _end(self, key: str, until: int, now: dict[str, str]) -> None:
        del now[key]
        self.periods = [
            KeyPeriod(one.key, one.party, one.since, until) if one.key == key else one for one in self.periods
        ]


def _opens_with(acts: Sequence[Any], key: str, party: str) -> bool:
    """Say whether entry 0 lists this key among the first; an entry 0 that opens no log is refused for that."""
    if not acts or _kind(acts[0]) != OPEN_LOG:
        return True
    listed = acts[0].get("keys")
    return isinstance(listed, list) and {"key": key, "party": party} in listed


def _kind(act: Any) -> Any:
    return act.get("kind") if isinstance(act, dict) else None


def _key_and_party(kind: str, value: Any) -> tuple[str, str]:
    key = value.get("key") if isinstance(value, dict) else None
    party = value.get("party") if isinstance(value, dict) else None
    _parsed(kind, key)
    if not isinstance(party, str) or not party:
        raise KeyRefused(_("{kind}: party must say whose key it is.").format(kind=kind))
    return str(key), party


def _parsed(kind: str, key: Any) -> str:
    try:
        return parse_vkey(key if isinstance(key, str) else "").name
    except NoteError as error:
        says = _("{kind}: {key} is not a verifier key: {why}")
        raise KeyRefused(says.format(kind=kind, key=key, why=error)) from None
