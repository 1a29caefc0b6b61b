"""The search page: the words of the record, found whatever the spelling."""
