"""Who is in what and how, for any parties and bodies, and how far that overlaps.

``codes``        the one order of statuses into which those of every record go
``grid``         what each of some parties is in each of some bodies on a day
``counted``      which parties and bodies are counted where nobody says
``ranges``       a measure that unknown cells leave open: its least and its greatest value
``measures``     what two or more share: joint memberships, Jaccard, containment
``similarity``   how alike two are over a set of bodies (Signorino and Ritter's S)
``pairs``        all measures of two parties, or of two bodies
``groups``       which parties, and no others, share which bodies
``cover``        the fewest bodies to which all of some parties belong
``moves``        how what two share moved, day by day of change
``definitions``  what each measure means, in a sentence
``rows``         the rows of answers
``answers``      all of it in the one shape of an answer

Beside them ``proposed_change`` and ``what_if`` say what would change if a party joined, left or came to another status, and
``matrices`` counts co-memberships over tables of a hundred thousand rows.
"""
