"""What cannot be compiled is refused whole, each fault with its sentence beside its field; what is too much is not read."""

from __future__ import annotations

import re
import tracemalloc
from html import unescape
from typing import Any

import pytest

from tests.site.texts.filling import EXAMPLE, common, example, file, plain


def faults(response: Any) -> dict[str, str]:
    """Return the faults by field; each is announced, stands beside its field, and is what the field is described by."""
    page = response.content.decode()
    found = {
        name: unescape(words) for name, words in re.findall(r'id="fault-([a-z0-9-]+)">(.*?)</p>', page, re.S)
    }
    assert response.headers["Cache-Control"] == "no-store"
    assert 'role="alert"' in page and "Nothing was compiled." in page
    for name in found:
        field = re.search(rf'<(?:input|select) id="{name}"[^>]*>', page)
        assert field is not None and f'aria-invalid="true" aria-describedby="fault-{name}"' in field[0]
        assert f'<a href="#{name}">' in page
    assert "<article" not in page
    return found


def refused(site: Any, fields: dict[str, Any]) -> dict[str, str]:
    response = site.post("/en/texts", fields)
    assert response.status_code == 400, response.content[:2000]
    return faults(response)


def test_without_a_base_and_without_a_file_both_are_asked_for(site: Any) -> None:
    assert refused(site, {}) == {"base": "Choose the file of the base text."}
    assert refused(site, {"base": example()["base"]}) == {
        "file-1": "Choose the file of one delegation at least."
    }


def test_all_faults_are_said_at_once(site: Any) -> None:
    fields = plain(KAZ=common(), UZB=common("unified"))
    fields |= {"base": file("base.docx", b"no zip"), "state-2": "XXX", "at-1": "yesterday", "give": "fax"}
    assert set(refused(site, fields)) == {"base", "state-2", "at-1", "give"}


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("base.docx", b"PK\x03\x04 cut", "base.docx"),
        ("base.doc", b"\xd0\xcf\x11\xe0", "save it as .docx"),
        ("base.pdf", b"%PDF-1.7", "ask for the .docx"),
        ("base.exe", b"MZ", "is none that is read"),
        ("base.txt", b"\xff\xff\xff", "is not UTF-8"),
        ("base.json", b"{}", "base.json: "),
        ("base.json", b"\x00" * 50, "base.json: "),
        ("base.txt", b"\n", "the file has no words"),
        ("base.yaml", b"acts:\n  - {reserve: 2}\n", "there is no text in it"),
    ],
)
def test_a_base_that_cannot_be_read_is_named_with_what_to_do(
    site: Any, name: str, data: bytes, says: str
) -> None:
    found = refused(site, example("KAZ") | {"base": file(name, data)})
    assert set(found) == {"base"} and says in found["base"]


def test_a_file_of_a_delegation_that_cannot_be_read_is_named_in_its_row(site: Any) -> None:
    fields = example("KAZ", "UZB") | {"file-2": file("UZB.docx", (EXAMPLE / "UZB.docx").read_bytes()[:5000])}
    found = refused(site, fields)
    assert set(found) == {"file-2"} and "UZB.docx" in found["file-2"]


def test_a_file_with_tracked_changes_and_no_delegation_is_asked_whose_it_is(site: Any) -> None:
    found = refused(site, example("UZB") | {"state-1": ""})
    assert set(found) == {"state-1"}
    assert "UZB.docx: whose submission is it?" in found["state-1"]
    assert "UZB expert 1 (34), UZB expert 2 (2), which is evidence and no attribution" in found["state-1"]


def test_a_file_without_a_trace_of_its_author_is_asked_whose_it_is(site: Any) -> None:
    found = refused(site, plain(KAZ=common()) | {"state-1": ""})
    assert found == {"state-1": "kaz.txt: whose submission is it? Choose the delegation."}


def test_two_files_of_one_delegation_are_refused(site: Any) -> None:
    fields = plain(KAZ=common(), UZB=common("unified")) | {"state-2": "KAZ"}
    assert refused(site, fields) == {
        "state-2": "KAZ filed two texts; compile the later one: it stands for what KAZ wants now."
    }


@pytest.mark.parametrize(
    ("group", "state", "says"),
    [
        ("KAZ", "", "KAZ is a state; choose it from the list of states."),
        ("K", "", "K is no code of a group"),
        ("five states", "", "five states is no code of a group"),
        ("CA5", "KAZ", "Choose a state or type a group, not both."),
    ],
)
def test_a_code_that_is_no_groups_is_refused(site: Any, group: str, state: str, says: str) -> None:
    fields = plain(KAZ=common()) | {"state-1": state, "group-1": group}
    (found,) = refused(site, fields).values()
    assert found.startswith(says)


def test_a_delegation_without_its_file_is_asked_for_it(site: Any) -> None:
    found = refused(site, plain(KAZ=common()) | {"state-2": "UZB"})
    assert found == {"file-2": "Choose the file of this delegation, or leave the row empty."}


def test_a_time_alone_asks_for_the_rest_of_its_row(site: Any) -> None:
    assert set(refused(site, plain(KAZ=common()) | {"at-9": "2026-01-01T10:00"})) == {"state-9", "file-9"}


@pytest.mark.parametrize("field", ["language", "profile", "give", "state-1"])
def test_what_is_on_no_list_is_refused(site: Any, field: str) -> None:
    assert refused(site, plain(KAZ=common()) | {field: "no such"}) == {field: "Choose one of the list."}


def test_an_act_on_what_the_text_does_not_have_is_named_in_the_row_of_its_file(site: Any) -> None:
    acts = b"acts:\n  - {reserve: 99}\n"
    fields = plain(KAZ=common()) | {"state-2": "AZE", "file-2": file("aze.yaml", acts)}
    found = refused(site, fields)
    assert set(found) == {"file-2"} and "99" in found["file-2"]


def test_acts_on_another_version_than_the_base_are_refused(site: Any) -> None:
    acts = b"base: 0123456789abcdef\nacts:\n  - {reserve: 2}\n"
    found = refused(site, plain(KAZ=common()) | {"file-1": file("kaz.yaml", acts)})
    assert set(found) == {"file-1"} and "against the version 0123456789ab, and the base is" in found["file-1"]


def test_what_was_filled_in_is_there_again_but_for_the_files(site: Any) -> None:
    fields = plain(KAZ=common()) | {
        "group-8": "CA5",
        "at-1": "2026-11-03T09:00",
        "profile": "itu",
        "give": "zip",
    }
    page = site.post("/en/texts", fields).content.decode()
    assert '<option value="KAZ" selected>' in page and 'value="CA5"' in page
    assert 'value="2026-11-03T09:00"' in page and '<option value="itu" selected>' in page
    assert '<option value="zip" selected>' in page
    assert '<details class="texts__more" open>' in page
    assert "choose them again" in page


def test_a_file_of_more_than_20_megabytes_is_refused_in_its_row(site: Any) -> None:
    large = b"x" * (20 * 1024 * 1024 + 1)
    fields = plain(KAZ=common(), UZB="") | {"file-2": file("uzb.txt", large)}
    found = refused(site, fields)
    assert set(found) == {"file-2"} and "more than 20 MB" in found["file-2"]
    assert refused(site, plain(KAZ=common()) | {"base": file("base.docx", large)}).keys() == {"base"}


class Sending:
    """A request's body of many megabytes, made as it is read."""

    def __init__(self, length: int) -> None:
        self.left = length

    def read(self, count: int) -> bytes:
        taken = min(count, self.left)
        self.left -= taken
        return b"x" * taken

    readline = read


def test_a_request_of_more_than_100_megabytes_goes_by_unread_and_is_answered(site: Any) -> None:
    body = Sending(100 * 1024 * 1024 + 1)
    given: dict[str, Any] = {"CONTENT_LENGTH": str(body.left), "wsgi.input": body}
    tracemalloc.start()
    response = site.generic("POST", "/en/texts", b"", content_type="multipart/form-data; boundary=x", **given)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert response.status_code == 413
    assert "more than 100 MB, and are not read" in response.content.decode()
    assert body.left == 0  # a browser shows an answer only when it could send all
    assert most < 20 * 1024 * 1024


def test_more_than_64_files_are_refused(site: Any) -> None:
    fields = {f"file-{n}": file("k.txt", b"x") for n in range(1, 66)}
    response = site.post("/en/texts", fields)
    assert response.status_code == 413 and "More than 64 files were sent" in response.content.decode()


def test_63_delegations_are_compiled(site: Any) -> None:
    from kengesh.terms.states import states  # noqa: PLC0415

    fields = plain(**{code: common() for code in states()[:63]})
    for row in range(1, 64):
        fields |= {f"group-{row}": "", f"at-{row}": ""}
    assert site.post("/en/texts?rows=63", fields | {"give": "plain"}).status_code == 200


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"a=" + b"x" * 3_000_000, "application/x-www-form-urlencoded", 413),
        (b"&".join(b"a%d=" % n for n in range(400)), "application/x-www-form-urlencoded", 413),
        (b"--x\r\nnothing of a form", "multipart/form-data; boundary=x", 400),
        (b"", "multipart/form-data", 400),
        (b"{}", "application/json", 400),
    ],
)
def test_what_is_no_form_of_ours_is_refused(site: Any, body: bytes, kind: str, status: int) -> None:
    assert site.generic("POST", "/en/texts", body, content_type=kind).status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_that_another_site_sends_is_not_read(site: Any, headers: dict[str, str]) -> None:
    response = site.post("/en/texts", plain(KAZ=common()), headers=headers)
    assert response.status_code == 403 and "page of another site" in response.content.decode()


def test_a_form_of_this_site_is_read(site: Any) -> None:
    headers = {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}
    assert site.post("/en/texts", plain(KAZ=common()), headers=headers).status_code == 200


def test_who_comes_while_another_text_takes_its_time_is_asked_to_come_again(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kengesh.site.texts import turns  # noqa: PLC0415

    monkeypatch.setattr(turns.one_at_a_time.__wrapped__, "__defaults__", (0.01,))
    with turns.one_at_a_time(1):
        response = site.post("/en/texts", plain(KAZ=common()))
        assert site.get("/en/meetings").status_code == 200  # pages wait for no text
    assert response.status_code == 503 and response.headers["Retry-After"]
    assert "Send the form again in a minute" in response.content.decode()
    assert site.post("/en/texts", plain(KAZ=common())).status_code == 200
