"""The chronology: what happened, year by year."""
