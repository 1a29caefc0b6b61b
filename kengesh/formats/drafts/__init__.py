"""An author's draft read against a record: dated statements and their notes, and what in them the record tells otherwise.

No opinion is judged. What is found is said with the sentence, the sources, and what could not be checked.
"""
