"""Claims: sentences in a small language that a record can judge, and the verdicts on them.

``language``    a claim as a value, read from its text, with errors that point at the word, and written in its one spelling
``verdict``     whom it speaks of and what it says of them, by the record: yes, no or not known, and the nearest claims that hold
``told``        the verdict in full sentences, as an answer, as ClaimReview, as a line to cite; a document's statements with theirs
``kinds``       the acts by which claims and their authors' replies come into a record
"""
