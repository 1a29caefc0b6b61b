"""What everything is said in: dates with their precision, identifiers, names, languages, texts, citations, messages.

The ground floor: nothing here knows an act, a log or a mechanism. Import the module that you need
(``from kengesh.terms.dates import parse_when``); none of them reads a file before it is asked something.
"""
