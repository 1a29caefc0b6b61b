"""Who belongs to what else, how far that overlaps, and whether a sentence about it is true.

``overlap``     who is in what and how, what states share, what would change if one joined or left
``claims``      a small language for sentences that the record can judge, and the verdicts on them
``drafts``      an author's draft read against the record, opinions left alone
``outside``     membership data that others publish, read into an observed log of its own

Everything here is a view of a record's state, as of its three clocks. Nothing here writes to a record.
"""
