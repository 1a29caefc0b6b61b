"""Other records: readers that turn what others keep into acts of an observed log, each with the place it came from.

=============  ========================================================  ======================================
reader         reads                                                     module
=============  ========================================================  ======================================
``cow``        Correlates of War IGO v3, state-year or IGO-year, CSV      :mod:`kengesh.formats.outside.cow`
``factbook``   a yearly CSV ``snapshot,file,country,organization,status`` :mod:`kengesh.formats.outside.factbook`
``wikidata``   entities or query results in JSON, with P463 statements    :mod:`kengesh.formats.outside.wikidata`
``popolo``     Popolo JSON: organizations and memberships                 :mod:`kengesh.formats.outside.popolo`
=============  ========================================================  ======================================

A reader looks through its files once, so that nothing is begun with a file that is bad, and then gives its acts one by one.
It writes nothing: :mod:`kengesh.desk.outside` enters the acts in a log of their own. No file is fetched, none is kept.
"""
