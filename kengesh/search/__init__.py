"""The words of the record: found whatever the spelling and the ending, in any of its nine languages.

``asking``   what a reader asks: :func:`search` answers, :func:`reindex` makes the index anew
``query``    what was typed, read as words; refused where it cannot be asked for
``kin``      which words are forms or spellings of one word
``texts``    which words of an act can be found
``index``    the file: made, grown, asked
``snippet``  the words around what was found
``near``     what may have been meant where nothing was

The index is a file beside the record, ``DIR.search.sqlite``, never inside it, and never a second truth. It is made from the log
alone: grown where the log has grown, and made again where it is absent, of another version, or of another log.
"""
