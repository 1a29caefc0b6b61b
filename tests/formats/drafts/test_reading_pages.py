"""Exercise drafts in Markdown and HTML, made for these tests."""

from kengesh.formats.drafts.reading.whole import read_draft_bytes

MARKDOWN = """---
title: "An Exercise"
---
# Heading

The Board met on *5 March 2024*
in Bishkek.[^one] It signed a [text](https://example.org/t).[2]

| state | what |
|---|---|
| KGZ | Hosted it. |

[^one]: Jane Doe, “Met”, [Example](https://example.org/met),
    6 March 2024
[2]: https://example.org/signed
"""
HTML = """<html><head><title>Site</title><script>alert("no")</script></head><body>
<nav><p>Home page.</p></nav><h1>An Exercise</h1>
<p>The Board met on 5 March 2024.<sup><a href="#fn1" id="r1">1</a></sup> It signed<br>a text.<sup>2</sup></p>
<ul><li>An item says this.</li></ul>
<ol><li id="fn1">Jane Doe, “Met”, <a href="https://example.org/met">Example</a>, 6 March 2024 <a href="#r1">↩</a></li></ol>
<p>[2] “Signed”, Example, 7 March 2024</p>
<footer><p>All rights.</p></footer></body></html>"""


def test_markdown_gives_sentences_cells_and_notes():
    draft = read_draft_bytes("exercise.md", MARKDOWN.encode())
    assert draft.title == "An Exercise"
    assert [(one.text, one.notes) for one in draft.sentences] == [
        ("The Board met on 5 March 2024 in Bishkek.", ("one",)),
        ("It signed a text.", ("2",)),
        ("state", ()),
        ("what", ()),
        ("KGZ", ()),
        ("Hosted it.", ()),
    ]
    assert draft.note("one").address == "https://example.org/met"
    assert draft.note("one").published == "2024-03-06"
    assert draft.note("2").address == "https://example.org/signed"


def test_a_page_gives_sentences_and_notes_without_what_belongs_to_the_site():
    draft = read_draft_bytes("exercise.html", HTML.encode())
    assert draft.title == "An Exercise"
    assert [(one.text, one.notes) for one in draft.sentences] == [
        ("The Board met on 5 March 2024.", ("1",)),
        ("It signed a text.", ("2",)),
        ("An item says this.", ()),
    ]
    assert draft.note("1").address == "https://example.org/met"
    assert draft.note("1").published == "2024-03-06"
    assert draft.note("2").published == "2024-03-07"
    assert draft.dropped == ("Parts of the page that are not its text were left aside: 2.",)
