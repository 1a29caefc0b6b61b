"""Answers a person can print: with footnotes, tables and pictures.

A brief is a neutral document (``document``): the site makes a page of it, ``word`` makes a Word file. It is built for a
meeting (``meeting``), a state (``state``) or an instrument (``instrument``) from a view of the record, and says nothing that
the record does not::

    from kengesh.briefs.meeting import meeting_brief
    from kengesh.briefs.word import write_docx

    brief = meeting_brief(record, record.view(), "consultative-meeting/7", "en")
    Path("tashkent.docx").write_bytes(write_docx(brief, created))
"""
