"""All pieces of the site on one page, for who works on it: type, tables, notes, states, pictures."""
