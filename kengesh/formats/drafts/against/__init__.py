"""What the record tells otherwise than a draft does: one small module for each sort of statement.

A check speaks only where it recognises a statement whole and the record really answers it. What it does not recognise, and what
the record does not know, is told as not checked; nothing is guessed.

==============  ============================================================================================================
done            statuses in bodies, invitations and guests of honour, days, places, hosts and chairs of meetings, verbs, titles
                and number of texts, proposers, number of states in a body, names of another time, names misspelt by a letter
partly          the first of a series (only where "for the first time" stands with it); sorts of text (by the word beside the
                name); the meeting meant by "the summit" (the one spoken of last)
not done        what people said, agendas, commitments, signatures of single states, entry into force; the names of offices;
                "the only one"; statements that go over two sentences; pronouns
==============  ============================================================================================================
"""
