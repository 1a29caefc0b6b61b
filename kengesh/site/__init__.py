"""The reading room: a record as a site for its readers, in nine languages.

Every page is a look-up in the state that is kept in memory; nothing here is a second truth. One folder per subject, all of
one shape: ``urls.py`` says which addresses lead to which view, ``views.py`` finds what a page shows (a function from a
:class:`~kengesh.site.reading.Reading` to a :class:`~kengesh.site.page.Page`), and templates beside them set it out.
"""
