"""Corridors: the network that the record names, its corridors and routes, what scenarios change, and what of it was promised.

Every page stands on the edition whose hash an act of the record names (:mod:`~kengesh.site.corridors.ground`), and says on what each
number rests (:mod:`~kengesh.site.corridors.says_who`).

Not done: networks and scenarios other than those that come with packs; vehicles by nationality (the tables may have them); departures
by the clock, isochrones, assignment, criticality and measures, which the command line answers; the answers as JSON or CSV.
"""
