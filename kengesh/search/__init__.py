"""The words of the record: found whatever the spelling, in any of its languages.

The index is a file beside the record, ``DIR.search.sqlite``, never inside it. It is made from the log alone and is made
again whenever it is absent, of another version, or of another head of the log.
"""
