"""The exchange of a network with others' tools: GMNS, GeoJSON, GeoPackage, and a planner's workbook.

Each format has one module or package that reads and one that writes; its head says what of the format is done. What is read comes
as the tables of :mod:`kengesh.corridors.network`; :mod:`~kengesh.corridors.exchange.edition_files` keeps them as an edition.
"""
