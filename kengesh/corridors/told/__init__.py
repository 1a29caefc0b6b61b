"""Answers as plain values for JSON, with the names of places beside their ids and with what every number rests on.

One module for each answer; the command line's ``--json``, the pages and the interface for programs give the same values.

=============  =======================================================================================
number         ``value`` in ``unit``, ``low``, ``high``, ``basis``, ``source``, ``day``, ``method``, and ``others``
               of which sources tell something else; it is kept to six decimals and never rounded further
``lacking``    the numbers that nobody told, each with a sentence that says which number would settle it
``rests_on``   the share of a sum that rests on numbers of each basis: published, derived, assumed, exercise
``network``    its id and hash, whose figures it shows, and whether it is made up for an exercise
``scenario``   its hash; null for the network as it is
``rule``       the sentence by which one of several numbers counts
=============  =======================================================================================
"""
