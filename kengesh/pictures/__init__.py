"""One visual language: pictures of the record as SVG, each with a table that says all that it shows.

A picture takes a :class:`~kengesh.mechanism.reader.Reader` and what it is about, and `link`, which gives the address of a
thing's page. Its sentences come out in the language in use (``kengesh.terms.messages``), names in the reader's.

    from kengesh.pictures.meetings_chronology import meetings_chronology
    shown = meetings_chronology(Reader(view, "en"), "consultative-meeting", link=None)
    shown.svg, shown.title, shown.description, shown.table

What stands inside a page takes its colours from ``static/pictures/pictures.css``; :func:`kengesh.pictures.style.standalone`
makes a file of it that needs nothing else.
"""
