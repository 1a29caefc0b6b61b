"""Scenarios: a network with stated edits, each with its reason, its source and its grade, known by one hash.

:mod:`~kengesh.corridors.scenarios.reading` reads the files, :mod:`~kengesh.corridors.scenarios.applying` makes a model of them,
:mod:`~kengesh.corridors.scenarios.pairs` the pairs with and without a member or a row.
"""
