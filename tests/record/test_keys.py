"""Which key counts at which entry follows from the log alone."""

from __future__ import annotations

from typing import Any

import pytest

from kengesh.record.keys import KeyHistory, KeyRefused
from kengesh.record.note import Signer
from tests.record.keeper import AZERBAIJAN, KEEPER, ORIGIN, OUTSIDER, SUCCESSOR

LOG, AZE, OTHER, NEXT = (one.verifier.vkey for one in (KEEPER, AZERBAIJAN, OUTSIDER, SUCCESSOR))
OPEN = {
    "kind": "open-log/1",
    "voice": "performed",
    "origin": ORIGIN,
    "mode": "official",
    "keys": [{"key": LOG, "party": "log"}],
    "continues": [],
}
BY_LOG = (("log", LOG),)
BY_AZE = (("AZE", AZE),)


def performed(kind: str, **fields: str) -> dict[str, Any]:
    return {"kind": kind, "voice": "performed", **fields}


def told(*entries: tuple[dict[str, Any], tuple[tuple[str, str], ...]]) -> KeyHistory:
    history = KeyHistory()
    for index, (act, signers) in enumerate([(OPEN, BY_LOG), *entries]):
        history.check_signers(index, signers, [act])
        history.take(index, [act], signers, ORIGIN)
    return history


def enrol(key: str, party: str) -> dict[str, Any]:
    return performed("enrol-key/1", key=key, party=party)


def test_a_key_counts_from_the_entry_after_the_one_that_enrols_it_for_its_party_alone() -> None:
    history = told((enrol(AZE, "AZE"), BY_LOG))
    history.check_signers(2, BY_AZE, [])
    with pytest.raises(KeyRefused, match="party KAZ at entry 2"):
        history.check_signers(2, (("KAZ", AZE),), [])
    with pytest.raises(KeyRefused, match="at entry 1"):
        told((enrol(AZE, "AZE"), BY_AZE))


def test_a_party_enrols_its_next_key_itself_and_another_party_cannot() -> None:
    history = told((enrol(AZE, "AZE"), BY_LOG), (enrol(OTHER, "AZE"), BY_AZE))
    history.check_signers(3, (("AZE", OTHER),), [])
    with pytest.raises(KeyRefused, match="by a key of KAZ"):
        told((enrol(AZE, "AZE"), BY_LOG), (enrol(OTHER, "KAZ"), BY_AZE))


def test_the_log_has_one_key_of_its_own_at_a_time() -> None:
    with pytest.raises(KeyRefused, match="hand-over"):
        told((enrol(OTHER, "log"), BY_LOG))


def test_a_retired_key_no_longer_counts_and_never_comes_back() -> None:
    retire = performed("retire-key/1", key=AZE, because="lost")
    history = told((enrol(AZE, "AZE"), BY_LOG), (retire, BY_AZE))
    with pytest.raises(KeyRefused, match="at entry 3"):
        history.check_signers(3, BY_AZE, [])
    with pytest.raises(KeyRefused, match="never used again"):
        told((enrol(AZE, "AZE"), BY_LOG), (retire, BY_LOG), (enrol(AZE, "AZE"), BY_LOG))


def test_the_logs_own_key_is_not_retired_but_handed_over_by_both() -> None:
    with pytest.raises(KeyRefused, match="hand-over"):
        told((performed("retire-key/1", key=LOG), BY_LOG))
    over = performed("hand-over/1", key=NEXT, **{"from": "UZB", "to": "KAZ"})
    with pytest.raises(KeyRefused, match="by the log's key and by the new one"):
        told((over, BY_LOG))
    history = told((over, (*BY_LOG, ("log", NEXT))))
    assert [history.checkpoint_keys(size) for size in (1, 2, 3)] == [(LOG,), (LOG, NEXT), (NEXT,)]
    with pytest.raises(KeyRefused):
        history.check_signers(2, BY_LOG, [])


def test_a_log_passes_only_to_a_key_of_its_own_name() -> None:
    over = performed("hand-over/1", key=AZE, **{"from": "UZB", "to": "AZE"})
    with pytest.raises(KeyRefused, match="origin"):
        told((over, (*BY_LOG, ("log", AZE))))


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("origin", "kengesh.example/other", "opens the log kengesh.example/other"),
        ("mode", "secret", "observed or official"),
        ("keys", [], "own key first"),
        ("keys", [{"key": LOG, "party": "UZB"}], "party log's"),
        ("keys", [{"key": "nonsense", "party": "log"}], "not a verifier key"),
        ("keys", [{"key": OTHER, "party": "log"}], "sign entry 0"),
    ],
)
def test_an_opening_that_is_not_as_it_should_be_is_refused(field: str, value: object, says: str) -> None:
    with pytest.raises(KeyRefused, match=says):
        KeyHistory().take(0, [{**OPEN, field: value}], BY_LOG, ORIGIN)


def test_a_log_opens_once_and_at_its_head() -> None:
    with pytest.raises(KeyRefused, match="head of entry 0"):
        told((OPEN, BY_LOG))
    with pytest.raises(KeyRefused, match="must begin"):
        KeyHistory().take(0, [enrol(AZE, "AZE"), OPEN], BY_LOG, ORIGIN)


def test_only_the_log_withholds_a_text() -> None:
    act = performed("withhold-blob/1", sha256="c" * 64, because="copyright")
    assert told((act, BY_LOG)).withheld == {"c" * 64: "copyright"}
    with pytest.raises(KeyRefused, match="log's key"):
        told((enrol(AZE, "AZE"), BY_LOG), (act, BY_AZE))


def test_the_history_survives_being_kept() -> None:
    over = performed("hand-over/1", key=NEXT, **{"from": "UZB", "to": "KAZ"})
    history = told((enrol(AZE, "AZE"), BY_LOG), (over, (*BY_LOG, ("log", NEXT))))
    kept = KeyHistory.from_json(history.as_json())
    assert kept.as_json() == history.as_json() and kept.log_key() == NEXT
    kept.check_signers(3, BY_AZE, [])
    with pytest.raises(KeyRefused):
        kept.check_signers(3, BY_LOG, [])
    assert isinstance(KEEPER, Signer)


def test_a_retired_key_does_not_come_back_written_in_another_way() -> None:
    retire = performed("retire-key/1", key=AZE, because="lost")
    for other in (AZE + "=", AZE + "==", AZE.replace("b49bccfd", "B49BCCFD")):
        with pytest.raises(KeyRefused, match="not a verifier key"):
            told((enrol(AZE, "AZE"), BY_LOG), (retire, BY_LOG), (enrol(other, "AZE"), BY_LOG))


def test_entry_0_is_signed_by_keys_that_it_lists_and_by_no_other() -> None:
    first = {**OPEN, "keys": [{"key": LOG, "party": "log"}, {"key": AZE, "party": "AZE"}]}
    KeyHistory().check_signers(0, (*BY_LOG, *BY_AZE), [first])
    for stranger in (("log", OTHER), ("log", AZE), ("KAZ", AZE)):
        with pytest.raises(KeyRefused, match="does not count"):
            KeyHistory().check_signers(0, (*BY_LOG, stranger), [first])


@pytest.mark.parametrize(
    ("mode", "voice"), [("official", "performed"), ("official", "reported"), ("observed", "reported")]
)
def test_an_official_log_holds_both_voices_and_an_observed_one_what_is_reported(
    mode: str, voice: str
) -> None:
    history = KeyHistory()
    for index, act in enumerate([{**OPEN, "mode": mode}, {"kind": "adopt/1", "voice": voice}]):
        history.take(index, [act], BY_LOG, ORIGIN)
    assert history.mode == mode


def test_an_observed_log_refuses_what_is_performed_except_by_its_keeper_on_the_log_itself() -> None:
    history = KeyHistory()
    history.take(0, [{**OPEN, "mode": "observed"}], BY_LOG, ORIGIN)
    history.take(1, [enrol(AZE, "AZE")], BY_LOG, ORIGIN)
    with pytest.raises(KeyRefused, match="adopt/1: .*an observed log holds what is reported only"):
        history.take(2, [{"kind": "state/1", "voice": "reported"}, performed("adopt/1")], BY_AZE, ORIGIN)


def test_a_key_does_not_count_in_the_entry_that_retires_it_for_the_next() -> None:
    retire = performed("retire-key/1", key=AZE, because="lost")
    again = performed("retire-key/1", key=AZE, because="lost")
    with pytest.raises(KeyRefused, match="does not count now"):
        told((enrol(AZE, "AZE"), BY_LOG), (retire, BY_AZE), (again, BY_LOG))


def test_what_is_only_reported_of_a_key_changes_nothing_and_is_refused() -> None:
    for act in (enrol(AZE, "AZE"), performed("withhold-blob/1", sha256="c" * 64, because="copyright")):
        with pytest.raises(KeyRefused, match="must be performed"):
            told(({**act, "voice": "reported"}, BY_LOG))
